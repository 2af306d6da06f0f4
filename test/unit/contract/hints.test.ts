import { describe, expect, it } from "vitest";
import { hasHint, hintFor } from "../../../src/testing/hints/hints.ts";
import { storageCases } from "../../../src/testing/storage-cases.ts";

describe("the hints of the contract", () => {
  it("exist for every group", () => {
    const groups = new Set(storageCases.map(({ group }) => group));

    expect([...groups].filter((group) => !hasHint(group))).toEqual([]);
  });

  it("are part of every case", () => {
    const without = storageCases.filter(({ group, name, hint }) => hint !== hintFor(group, name));

    expect(without.map(({ group, name }) => `${group} › ${name}`)).toEqual([]);
  });

  it("say so if a group has none", () => {
    expect([hasHint("other"), hintFor("other", "name")]).toEqual([
      false,
      "no usual cause is known; the message says what the port promises",
    ]);
  });
});
