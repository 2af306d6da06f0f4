import { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { EventPage } from "../../../src/application/ports/queries.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, withCommit } from "./broken-storage.ts";

export type Change = (batch: CommitBatch) => CommitBatch;

/** Stores something else than the batch says. */
export const stores =
  (change: Change): Breaks =>
  (storage) =>
    withCommit(storage, (batch) => valueOf(storage.commit(change(batch), {})));

/** Changes the pages of events. */
export function withEvents(
  storage: RosterStorage,
  change: (page: EventPage, ask: Parameters<RosterStorage["events"]>) => EventPage | Promise<EventPage>,
): RosterStorage {
  return {
    ...storage,
    events(...asked) {
      const answer = valueOf(storage.events(...asked)).then((page) => change(page, asked));
      return ResultAsync.fromSafePromise(answer);
    },
  };
}

/** Reads all events, and pages through them in an order of its own. */
export const sortsEvents =
  (
    compare: (left: RosterEvent, right: RosterEvent) => number,
    isAfter = (event: RosterEvent, after: number) => event.sequence > after,
  ): Breaks =>
  (storage) =>
    withEvents(storage, async (page, [id, after, limit, query]) => {
      const { rows } = await valueOf(storage.events(id, 0, 10_000, query));
      return {
        ...page,
        rows: rows
          .filter((event) => isAfter(event, after))
          .sort(compare)
          .slice(0, limit),
      };
    });
