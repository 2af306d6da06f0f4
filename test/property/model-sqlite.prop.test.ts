import fc from "fast-check";
import { describe, it } from "vitest";
import { compareHistory } from "../model/play/compare-history.ts";
import { historyOf } from "../model/generate/history.ts";
import { longestHistory, parameters, timeout } from "../model/play/run-parameters.ts";
import { onSqlite } from "../support/property/roster.ts";

describe("the roster on SQLite", () => {
  it("returns the same outcomes, errors, lists and events as a naive model of the rules", { timeout }, () =>
    fc.assert(
      fc.asyncProperty(historyOf(longestHistory), (history) => onSqlite((storage) => compareHistory(storage, history))),
      parameters(50),
    ),
  );
});
