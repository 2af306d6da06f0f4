import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as commits from "../model/broken-commits.ts";
import * as reads from "../model/broken-reads.ts";
import { clients } from "../model/generate-clients.ts";
import { playOnMemory } from "../model/on-memory.ts";

/** Far more than any of the stores needs. */
const histories = 1_000;

describe("the checker of histories finds a store that", () => {
  it.each(Object.entries({ ...commits, ...reads }))("%s", { timeout: 60_000 }, async (name, spoil) => {
    const run = fc.asyncProperty(clients, fc.scheduler(), async (plans, scheduler) => {
      const { isExplained } = await playOnMemory(plans, scheduler, spoil);
      return isExplained;
    });

    const report = await fc.check(run, { numRuns: histories, unbiased: true, endOnFailure: true, seed: 1 });
    console.log(name, report.numRuns);

    expect(report.failed).toBe(true);
  });
});
