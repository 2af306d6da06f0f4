import { AssertionError } from "node:assert/strict";
import { equal } from "../expectations.ts";
import { type StorageCase, storageCase } from "../storage-case.ts";
import { explanationOf } from "./explain-history.ts";
import { coreModel } from "./history-model.ts";
import { type Connection, historiesOn } from "./play-history.ts";
import { reportOf } from "./report.ts";

/** How many random histories are played, and which ones. */
export interface HistoryOptions {
  /** Of each kind; a history takes some 30 calls of the storage. Default 100. */
  readonly histories?: number | undefined;
  /** A whole number. The n-th history is that of `seed + n`, so a single one can be played again. Default 1. */
  readonly seed?: number | undefined;
}

/** As many as run in a few seconds on a server, so that a long run shows how far it is. */
const historiesPerCase = 50;

/** Histories of three clients on two handles, each explained by a serial order or refused with all that happened in it. */
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
    // A store that is never available contradicts nobody.
    equal(answers * 2 > calls, true, `only ${answers} of ${calls} calls were answered`);
  });
}
