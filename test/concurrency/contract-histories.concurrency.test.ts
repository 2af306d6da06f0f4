import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/storage.ts";
import { memoryStorage } from "../../src/memory.ts";
import type { Gate } from "../../src/testing/storages/gated-storage.ts";
import { historyCases } from "../../src/testing/histories/history-cases.ts";
import * as commits from "../model/broken-stores/commits.ts";
import * as reads from "../model/broken-stores/reads.ts";
import { isLongRun, timeout } from "../model/play/run-parameters.ts";
import { lagsBehind, remembersPages } from "../support/storage/broken-races.ts";

type Spoil = (storage: RosterStorage, gate: Gate) => RosterStorage;

/** Many more than it takes to find any of the stores. Always the same seeds, so that the result does not depend on luck. */
const histories = 1_500;

describe("the contract's histories", { timeout }, () => {
  it.each(Object.entries<Spoil>({ ...commits, ...reads, lagsBehind, remembersPages }))(
    "find a store that %s",
    async (name, spoil) => {
      const failure = await firstFailure(spoil);

      if (isLongRun) console.log(name, failure);
      expect(failure).toMatch(/^No serial order explains the history of seed \d+\./);
    },
  );

  it("report the calls and answers, and how to play them again", async () => {
    const failure = await firstFailure(commits.ignoresTheGuard);

    const seed = Number(/seed (\d+)/.exec(failure)?.[1]);
    expect(failure).toMatch(/ {2}[ABC] +1– *\d+ {2}\w+ \{.*\} → \{/);
    expect(failure).toContain(`storageContract({ histories: 1, seed: ${seed} })`);
    expect(await firstFailure(commits.ignoresTheGuard, { histories: 1, seed })).toBe(failure);
  });
});

async function firstFailure(
  spoil: Spoil,
  options: Parameters<typeof historyCases>[0] = { histories },
): Promise<string> {
  for (const { name, run } of historyCases(options)) {
    if (name.includes("lost")) continue;
    const failure = await run({ open: () => opened(spoil) }).then(
      () => null,
      (reason: unknown) => (reason as Error).message,
    );
    if (failure !== null) return failure;
  }
  return "nothing was found";
}

function opened(spoil: Spoil) {
  const honest = memoryStorage();
  const storage = spoil(honest, threeTurns);
  return Promise.resolve({ storage, second: storage, close: () => Promise.resolve() });
}

/** Long enough for other calls to go first. */
async function threeTurns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}
