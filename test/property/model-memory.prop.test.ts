import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStorage } from "../../src/memory.ts";
import { compareHistory } from "../model/play/compare-history.ts";
import { historyOf } from "../model/generate/history.ts";
import { isLongRun, longestHistory, parameters, patience } from "../model/play/run-parameters.ts";
import { createTally } from "../model/play/tally.ts";

/** What a store that works, a caller that waits and a history of a few people do not meet. */
const notInHistories = [
  "too_many_changes",
  "position_ahead",
  "contention",
  "aborted",
  "outcome_unknown",
  "revision_not_reached",
  "storage_unavailable",
  "storage_failed",
  "storage_schema_mismatch",
];

describe("the roster in memory and a naive model of the rules", () => {
  it(
    "give equal outcomes, refusals, lists and events, and meet every refusal on the way",
    { timeout: patience },
    async () => {
      const tally = createTally();

      await fc.assert(
        fc.asyncProperty(historyOf(longestHistory), (history) =>
          compareHistory(memoryStorage(), history, (what) => tally.count(what)),
        ),
        parameters(250),
      );

      if (isLongRun)
        console.log(
          tally
            .table()
            .map(([name, count]) => `${count} ${name}`)
            .join("\n"),
        );
      expect(
        tally.missing([...documentedCodes().filter((code) => !notInHistories.includes(code)), "replayed"]),
      ).toEqual([]);
    },
  );
});

/** The codes in the first column of the tables. */
function documentedCodes(): readonly string[] {
  const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");
  const cells = page.split("\n").flatMap((line) => /^\| (`[^|]+) \|/.exec(line)?.slice(1) ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code ?? ""));
}
