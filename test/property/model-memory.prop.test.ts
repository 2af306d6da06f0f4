import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStorage } from "../../src/memory.ts";
import { compareHistory } from "../model/play/compare-history.ts";
import { historyOf } from "../model/generate/history.ts";
import { isLongRun, longestHistory, parameters, timeout } from "../model/play/run-parameters.ts";
import { createTally } from "../model/play/tally.ts";

/** Codes that need a failing store, an impatient caller or a large history. */
const unreachableCodes = [
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

describe("the roster in memory", () => {
  it(
    "returns the same outcomes, errors, lists and events as a naive model of the rules, and reaches every error code",
    { timeout },
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
        tally.missing([...documentedCodes().filter((code) => !unreachableCodes.includes(code)), "replayed"]),
      ).toEqual([]);
    },
  );
});

/** The codes in the first column of the tables of docs/errors.md. */
function documentedCodes(): readonly string[] {
  const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");
  const cells = page.split("\n").flatMap((line) => /^\| (`[^|]+) \|/.exec(line)?.slice(1) ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code ?? ""));
}
