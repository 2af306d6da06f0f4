import { AssertionError } from "node:assert/strict";
import { equal } from "../expectations.ts";
import { type StorageCase, storageCase } from "../storage-case.ts";
import { explanationOf } from "./explain-history.ts";
import { coreModel } from "./history-model.ts";
import { type Connection, historiesOn } from "./play-history.ts";
import { reportOf } from "./report.ts";

/** Chooses the random histories of the contract: three clients that each make three calls at the same time. */
export interface HistoryOptions {
  /** Number of histories of each kind, with and without lost commits and answers. One makes about 30 storage calls. Default 100. */
  readonly histories?: number | undefined;
  /** A whole number. History n, counted from 0, has the seed `seed + n`, so that a single one can be played again. Default 1. */
  readonly seed?: number | undefined;
}

/** Few enough to take seconds on a server, so that a long run shows its progress. */
const historiesPerCase = 50;

/** Histories of three clients on two handles. Each must have a serial order; otherwise the failure shows the whole history. */
export function historyCases({ histories = 100, seed = 1 }: HistoryOptions = {}): readonly StorageCase[] {
  const starts = Array.from(
    { length: Math.ceil(histories / historiesPerCase) },
    (_, index) => index * historiesPerCase,
  );
  return (["sound", "lossy"] as const).flatMap((connection) =>
    starts.map((start) => historyCase(connection, seed + start, Math.min(historiesPerCase, histories - start))),
  );
}

function historyCase(connection: Connection, first: number, count: number): StorageCase {
  const where = connection === "lossy" ? ", with lost commits and answers" : "";
  const name = `has a serial order for ${count} histories of three clients, from seed ${first}${where}`;
  return storageCase("random histories", name, async (store) => {
    const play = historiesOn(store, connection, coreModel);
    let calls = 0;
    let answers = 0;
    for (let seed = first; seed < first + count; seed += 1) {
      const played = await play(seed);
      calls += played.calls.length;
      answers += played.calls.filter(({ result }) => result.kind === "answered").length;
      if (explanationOf(played) === null)
        throw new AssertionError({ message: reportOf(played, `the history of seed ${seed}`, seed) });
    }
    // A store that is never available has no contradictions, but proves nothing.
    equal(answers * 2 > calls, true, `only ${answers} of ${calls} calls were answered`);
  });
}
