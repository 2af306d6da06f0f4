import { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, roundTrip, withCommit } from "./broken-storage.ts";

const asStored = "events › gives every event as it was stored, in order of sequence, through every handle";

/** Keeps the events in a log of its own, outside of the commit. */
function logsEvents(
  commit: (
    batch: CommitBatch,
    storage: RosterStorage,
    log: (batch: CommitBatch) => void,
  ) => ReturnType<Parameters<typeof withCommit>[1]>,
): Breaks {
  return (storage) => {
    const logs = new Map<OrganizationId, RosterEvent[]>();
    const log = ({ organizationId, events }: CommitBatch): void => {
      logs.set(organizationId, [...(logs.get(organizationId) ?? []), ...structuredClone(events)]);
    };
    return {
      ...withCommit(storage, (batch) => commit(batch, storage, log)),
      events: (organizationId, after, limit, options) =>
        storage.events(organizationId, after, limit, options).map((page) => ({
          ...page,
          rows: (logs.get(organizationId) ?? []).filter(({ sequence }) => sequence > after).slice(0, limit),
        })),
    };
  };
}

const appendsLater = logsEvents(async (batch, storage, log) => {
  const outcome = await valueOf(storage.commit(batch, {}));
  await roundTrip();
  if (outcome.kind === "committed") log(batch);
  return outcome;
});

const appendsFirst = logsEvents(async (batch, storage, log) => {
  log(batch);
  return valueOf(storage.commit(batch, {}));
});

const interleaves = logsEvents(async (batch, storage, log) => {
  const outcome = await valueOf(storage.commit(batch, {}));
  // Every third commit is in less of a hurry.
  for (let trips = batch.guard.expectedRevision % 3 === 0 ? 8 : 1; trips > 0; trips -= 1) await roundTrip();
  if (outcome.kind === "committed") log(batch);
  return outcome;
});

function changesEvents(change: (events: readonly RosterEvent[]) => readonly RosterEvent[]): Breaks {
  return (storage) =>
    withCommit(storage, (batch) => valueOf(storage.commit({ ...batch, events: change(batch.events) }, {})));
}

type Ask = (after: number, limit: number) => Promise<{ readonly rows: readonly RosterEvent[] }>;

/** Reads the events otherwise. */
function readsEvents(read: (ask: Ask, after: number, limit: number) => Promise<readonly RosterEvent[]>): Breaks {
  return (storage) => ({
    ...storage,
    events: (organizationId, after, limit, options) =>
      storage.events(organizationId, after, limit, options).andThen((page) => {
        const ask: Ask = (from, most) => valueOf(storage.events(organizationId, from, most, options));
        return ResultAsync.fromSafePromise(read(ask, after, limit)).map((rows) => ({ ...page, rows }));
      }),
  });
}

const asText = readsEvents(async (ask, after, limit) => {
  const { rows } = await ask(0, 10_000);
  const textOf = ({ sequence }: RosterEvent): string => String(sequence);
  const sorted = [...rows].sort((left, right) => (textOf(left) < textOf(right) ? -1 : 1));
  return sorted.filter((event) => textOf(event) > String(after)).slice(0, limit);
});

export const brokenEvents: readonly BrokenStorage[] = [
  broken(
    "drops events",
    changesEvents(() => []),
    asStored,
  ),
  broken(
    "appends events a moment after the commit",
    appendsLater,
    "race › shows readers the events of every commit that their facts count, and no more",
  ),
  broken(
    "appends the events of a batch that it refuses",
    appendsFirst,
    "commit: guard › refuses revision 1 where it is 2, and applies nothing",
    "atomicity › applies nothing of a batch where any one write to workspace fails",
  ),
  broken(
    "mixes the events of two commits",
    interleaves,
    "race › loses no commit of writers that race through two handles, and leaves no gap",
  ),
  broken("sorts sequences as text", asText, "events › counts sequences as numbers, not as text"),
  broken(
    "gives no more than 100 events",
    readsEvents(async (ask, after, limit) => (await ask(after, Math.min(limit, 100))).rows),
    "events › gives 501 events where there are more, as a caller may ask for",
  ),
  broken(
    "takes a sequence for a place in the log",
    readsEvents(async (ask, after, limit) => (await ask(Math.max(0, after - 1), limit)).rows),
    "events › gives at most as many as asked for, and only those behind a sequence",
  ),
  broken(
    "keeps a system that acted as a user",
    changesEvents((events) =>
      events.map((event): RosterEvent => {
        const { actor } = event;
        return "system" in actor ? ({ ...event, actor: { userId: actor.system } } as RosterEvent) : event;
      }),
    ),
    "events › keeps who acted, by what right, when and in which operation",
  ),
];
