import { describe, it } from "vitest";
import type { StorageHarness } from "../../../src/testing/harness.ts";
import { storageContract } from "../../../src/testing/storage-cases.ts";

/** Fewer than the default of the contract, so that `npm test` stays short. The environment can ask for more, or for others. */
const { ROSTER_HISTORIES: histories = 20, ROSTER_MODEL_SEED: seed = 1 } = process.env;

/** Runs every case of the contract on one engine. `waits` runs them at the same time, for an engine that mostly waits. */
export function runStorageCases(engine: string, harness: StorageHarness, { waits = false } = {}): void {
  const cases = storageContract({ histories: Number(histories), seed: Number(seed) });
  for (const [group, each] of Map.groupBy(cases, (one) => one.group)) {
    describe(`${engine}: ${group}`, { concurrent: waits }, () => {
      for (const { name, run } of each) it(name, () => run(harness));
    });
  }
}
