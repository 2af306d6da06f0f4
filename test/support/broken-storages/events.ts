import { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, roundTrip, withCommit } from "./broken-storage.ts";

const asStored = "events › returns every event as it was stored, in order of sequence, through every handle";

/** Keeps the events in a separate log, outside the commit. */
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
  // Every third commit is slower.
  for (let trips = batch.guard.expectedRevision % 3 === 0 ? 8 : 1; trips > 0; trips -= 1) await roundTrip();
  if (outcome.kind === "committed") log(batch);
  return outcome;
});

function changesEvents(change: (events: readonly RosterEvent[]) => readonly RosterEvent[]): Breaks {
  return (storage) =>
    withCommit(storage, (batch) => valueOf(storage.commit({ ...batch, events: change(batch.events) }, {})));
}

type Ask = (after: number, limit: number) => Promise<{ readonly rows: readonly RosterEvent[] }>;

/** Changes how events are read. */
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
    "race › returns the events of exactly the commits that the facts count",
  ),
  broken(
    "appends the events of a batch that it rejects",
    appendsFirst,
    "commit: guard › rejects expected revision 1 at revision 2, and applies nothing",
    "atomicity › applies nothing of a batch if any one write to workspace fails",
  ),
  broken(
    "mixes the events of two commits",
    interleaves,
    "race › loses no commit and leaves no gap while writers race through two handles",
  ),
  broken("sorts sequences as text", asText, "events › compares sequences as numbers, not as text"),
  broken(
    "returns no more than 100 events",
    readsEvents(async (ask, after, limit) => (await ask(after, Math.min(limit, 100))).rows),
    "events › returns 501 of more events, which the largest page of the core asks for",
  ),
  broken(
    "uses a sequence as an index into the log",
    readsEvents(async (ask, after, limit) => (await ask(Math.max(0, after - 1), limit)).rows),
    "events › returns at most the number asked for, and only events after a sequence",
  ),
  broken(
    "stores a system actor as a user",
    changesEvents((events) =>
      events.map((event): RosterEvent => {
        const { actor } = event;
        return "system" in actor ? ({ ...event, actor: { userId: actor.system } } as RosterEvent) : event;
      }),
    ),
    "events › stores who acted, with which authority, when and in which operation",
  ),
];
