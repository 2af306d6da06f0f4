import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as commits from "../model/broken-stores/commits.ts";
import * as reads from "../model/broken-stores/reads.ts";
import { type Gate, gatedStorage } from "../../src/testing/storages/gated-storage.ts";
import { plans } from "../model/concurrent/generate-plans.ts";
import { playOnMemory } from "../model/concurrent/play-scheduled.ts";
import { isLongRun, timeout } from "../model/play/run-parameters.ts";
import type { RosterStorage } from "../../src/storage.ts";

/** Many more than needed to find each store. They are always the same, so that the test does not depend on luck. */
const histories = 2_000;
const seed = Number(process.env["ROSTER_MODEL_SEED"] ?? 1);

describe("the checker of histories", { timeout }, () => {
  it.each(Object.entries({ ...commits, ...reads }))("finds a store that %s", async (name, spoil) => {
    const found = await check(spoil, histories);

    if (isLongRun) console.log(`${name} was found by history ${found.numRuns} of seed ${seed}.`);
    expect(found).toMatchObject({ failed: true, interrupted: false });
    // The history was played to its end and has no explanation: it did not fail for another reason.
    expect(found.errorInstance).toMatchObject({ message: "Property failed by returning false" });
  });

  it("finds nothing in a sound store, however slow", async () => {
    const { failed } = await check(gatedStorage, 40);

    expect(failed).toBe(false);
  });
});

async function check(spoil: (storage: RosterStorage, gate: Gate) => RosterStorage, numRuns: number) {
  const run = fc.asyncProperty(plans, fc.scheduler(), async (drawn, scheduler) => {
    const { isExplained } = await playOnMemory(drawn, scheduler, spoil);
    return isExplained;
  });
  return fc.check(run, { numRuns, unbiased: true, endOnFailure: true, seed });
}
