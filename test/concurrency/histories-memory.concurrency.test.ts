import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fate, lossyStorage } from "../../src/testing/storages/lossy-storage.ts";
import { plans } from "../model/concurrent/generate-plans.ts";
import { playOnMemory } from "../model/concurrent/play-scheduled.ts";
import { isLongRun, parameters, timeout } from "../model/play/run-parameters.ts";
import { createTally } from "../model/play/tally.ts";

const fate = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>("answered") },
  { weight: 2, arbitrary: fc.constantFrom<Fate>("applied, answer lost", "lost") },
);

/** So short that some commands end without knowing whether they were applied. */
const shortDeadlineMs = 10;

describe("three clients on two rosters in memory", { timeout }, () => {
  it("get answers that a serial order explains", async () => {
    const tally = createTally();

    await fc.assert(
      fc.asyncProperty(plans, fc.scheduler(), async (drawn, scheduler) => {
        const { isExplained, results } = await playOnMemory(drawn, scheduler);

        results.forEach((each) => tally.count(each));
        expect(isExplained).toBe(true);
      }),
      parameters(150),
    );

    if (isLongRun) console.log(tally.table());
    expect(tally.missing(["done", "read", "forbidden", "members_rejected", "last_workspace_admin"])).toEqual([]);
  });

  it("do so too if commits and answers are lost on the way", async () => {
    const tally = createTally();

    await fc.assert(
      fc.asyncProperty(
        plans,
        fc.scheduler(),
        fc.array(fate, { minLength: 1, maxLength: 24, size: "max" }),
        async (drawn, scheduler, lost) => {
          let commits = 0;
          const nextFate = () => lost[commits++ % lost.length] ?? "answered";
          const { isExplained, results } = await playOnMemory(
            drawn,
            scheduler,
            (store) => lossyStorage(store, nextFate),
            shortDeadlineMs,
          );

          results.forEach((each) => tally.count(each));
          expect(isExplained).toBe(true);
        },
      ),
      parameters(80),
    );

    if (isLongRun) console.log(tally.table());
    expect(tally.missing(["done", "unknown"])).toEqual([]);
  });
});
