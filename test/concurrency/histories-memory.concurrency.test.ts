import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fate, lossyStorage } from "../../src/testing/storages/lossy-storage.ts";
import { clients } from "../model/concurrent/generate-clients.ts";
import { playOnMemory } from "../model/concurrent/on-memory.ts";
import { isLongRun, parameters, patience } from "../model/play/run-parameters.ts";
import { createTally } from "../model/play/tally.ts";

const fate = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>("answered") },
  { weight: 2, arbitrary: fc.constantFrom<Fate>("applied, answer lost", "lost") },
);

/** Few attempts: some commands end without knowing whether they were applied. */
const soon = 10;

describe("three clients on two rosters in memory", { timeout: patience }, () => {
  it("get answers that some serial order explains", async () => {
    const tally = createTally();

    await fc.assert(
      fc.asyncProperty(clients, fc.scheduler(), async (plans, scheduler) => {
        const { isExplained, fates } = await playOnMemory(plans, scheduler);

        fates.forEach((each) => tally.count(each));
        expect(isExplained).toBe(true);
      }),
      parameters(150),
    );

    if (isLongRun) console.log(tally.table());
    expect(tally.missing(["done", "read", "forbidden", "members_rejected", "last_workspace_admin"])).toEqual([]);
  });

  it("do so too where commits and answers are lost on the way", async () => {
    const tally = createTally();

    await fc.assert(
      fc.asyncProperty(
        clients,
        fc.scheduler(),
        fc.array(fate, { minLength: 1, maxLength: 24, size: "max" }),
        async (plans, scheduler, lost) => {
          let commits = 0;
          const nextFate = () => lost[commits++ % lost.length] ?? "answered";
          const { isExplained, fates } = await playOnMemory(
            plans,
            scheduler,
            (store) => lossyStorage(store, nextFate),
            soon,
          );

          fates.forEach((each) => tally.count(each));
          expect(isExplained).toBe(true);
        },
      ),
      parameters(80),
    );

    if (isLongRun) console.log(tally.table());
    expect(tally.missing(["done", "unknown"])).toEqual([]);
  });
});
