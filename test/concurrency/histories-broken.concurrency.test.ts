import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as commits from "../model/broken-stores/commits.ts";
import * as reads from "../model/broken-stores/reads.ts";
import { type Gate, gatedStorage } from "../../src/testing/storages/gated-storage.ts";
import { clients } from "../model/concurrent/generate-clients.ts";
import { playOnMemory } from "../model/concurrent/on-memory.ts";
import { isLongRun, patience } from "../model/play/run-parameters.ts";
import type { RosterStorage } from "../../src/storage.ts";

/** Many more than it takes to find any of the stores; always the same ones, so that this never depends on luck. */
const histories = 2_000;
const seed = Number(process.env["ROSTER_MODEL_SEED"] ?? 1);

describe("the checker of histories", { timeout: patience }, () => {
  it.each(Object.entries({ ...commits, ...reads }))("finds a store that %s", async (name, spoil) => {
    const found = await check(spoil, histories);

    if (isLongRun) console.log(`${name} was found by history ${found.numRuns} of seed ${seed}.`);
    expect(found).toMatchObject({ failed: true, interrupted: false });
    // A history that found something was played to its end, and not explained.
    expect(found.errorInstance).toMatchObject({ message: "Property failed by returning false" });
  });

  it("finds nothing in a sound store, however slow", async () => {
    const { failed } = await check(gatedStorage, 40);

    expect(failed).toBe(false);
  });
});

async function check(spoil: (storage: RosterStorage, gate: Gate) => RosterStorage, numRuns: number) {
  const run = fc.asyncProperty(clients, fc.scheduler(), async (plans, scheduler) => {
    const { isExplained } = await playOnMemory(plans, scheduler, spoil);
    return isExplained;
  });
  return fc.check(run, { numRuns, unbiased: true, endOnFailure: true, seed });
}
