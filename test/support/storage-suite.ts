import { describe, it } from "vitest";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { storageCases } from "../../src/testing/storage-cases.ts";

/** Runs every case of the contract on one engine. */
export function runStorageCases(engine: string, harness: StorageHarness): void {
  for (const [group, cases] of Map.groupBy(storageCases, (each) => each.group)) {
    describe(`${engine}: ${group}`, () => {
      for (const { name, run } of cases) it(name, () => run(harness));
    });
  }
}
