import { describe, it } from "vitest";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { storageCases } from "../../src/testing/storage-cases.ts";

/** Runs every case of the contract on one engine; those of an engine that mostly waits side by side. */
export function runStorageCases(engine: string, harness: StorageHarness, { waits = false } = {}): void {
  for (const [group, cases] of Map.groupBy(storageCases, (each) => each.group)) {
    describe(`${engine}: ${group}`, { concurrent: waits }, () => {
      for (const { name, run } of cases) it(name, () => run(harness));
    });
  }
}
