import { describe, expect, it } from "vitest";
import { storageContract } from "../../src/testing/storage-cases.ts";
import { wrongStores } from "../../src/testing/wrong-stores/wrong-stores.ts";
import { memoryHarness } from "../support/storage/memory.ts";

describe("the published wrong stores", () => {
  it("have unique names", () => {
    expect(new Set(wrongStores.map(({ name }) => name)).size).toBe(wrongStores.length);
  });

  it.each(wrongStores)("include one that $name, which a case of its group catches", async ({ group, wrong }) => {
    const cases = storageContract({ histories: 0 }).filter((each) => each.group === group);
    const failures: string[] = [];
    for (const { run } of cases) {
      await run(wrong(memoryHarness)).catch((failure: unknown) => failures.push((failure as Error).name));
      if (failures.length > 0) break;
    }

    expect(failures).toEqual(["AssertionError"]);
  });
});
