import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import { memoryStorage } from "../../src/memory.ts";
import type { Gate } from "../../src/testing/storages/gated-storage.ts";
import { storageCases } from "../../src/testing/storage-cases.ts";
import * as commits from "../model/broken-stores/commits.ts";
import * as reads from "../model/broken-stores/reads.ts";
import * as races from "../support/storage/broken-races.ts";

type Spoil = (storage: RosterStorage, gate: Gate) => RosterStorage;

/** A store for each anomaly that has it. */
const stores: readonly (readonly [string, string, Spoil])[] = [
  ["AN1", "ignores the guard", commits.ignoresTheGuard],
  ["AN2", "ignores the guard", commits.ignoresTheGuard],
  ["AN2", "reads the rows before the guard", reads.readsRowsBeforeTheGuard],
  ["AN3", "ignores the guard", commits.ignoresTheGuard],
  ["AN4", "ignores the guard", commits.ignoresTheGuard],
  ["AN4", "reads the actor before everything else", reads.judgesAStaleActor],
  ["AN5", "guards rows only", commits.guardsRowsOnly],
  ["AN5", "keeps the assignments of members who leave", commits.keepsOrphans],
  ["AN6", "guards rows only", commits.guardsRowsOnly],
  ["AN7", "denies a commit that it applied", commits.deniesACommit],
  ["AN8", "forgets commands", commits.forgetsCommands],
  ["AN9", "shows half of a batch", reads.showsHalfABatch],
  ["AN10", "shows a deadlock to the caller", races.showsDeadlocks],
  ["AN11", "forgets commands", commits.forgetsCommands],
  ["AN12", "compares rows instead of a revision", races.comparesRows],
  ["AN13", "ignores the guard", commits.ignoresTheGuard],
  ["AN14", "shows old pages as new ones on one handle", races.remembersPages],
  ["AN15", "shows old pages as new ones on one handle", races.remembersPages],
];

describe("the directed anomalies", () => {
  it.each(stores)("%s is found in a store that %s", async (anomaly, _, spoil) => {
    const cases = storageCases.filter(({ name }) => name.startsWith(`${anomaly} `));

    const verdicts = await Promise.all(cases.map(({ run }) => run({ open: () => opened(spoil) }).then(passed, nameOf)));

    expect(verdicts.filter((verdict) => verdict !== "passed")).toContain("AssertionError");
  });
});

function opened(spoil: Spoil) {
  const honest = memoryStorage();
  const second = spoil(honest, threeTurns);
  const storage = spoil === races.remembersPages ? honest : second;
  return Promise.resolve({ storage, second, close: () => Promise.resolve() });
}

/** Long enough for others to go first. */
async function threeTurns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}

const passed = (): string => "passed";
const nameOf = (reason: unknown): string => (reason as Error).name;
