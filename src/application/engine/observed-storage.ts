import type { ResultAsync } from "neverthrow";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { Clock, Timer } from "../ports/timer.ts";
import type { Facts } from "../ports/need.ts";
import type { Observer } from "../ports/observer.ts";
import type { ListPage, ListQuery } from "../ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../ports/roster-storage.ts";
import type { StorageError } from "../ports/storage-error.ts";
import { notifyObserver } from "./notify-observer.ts";

/** The same storage; an observer receives a record of each call. */
export function observedStorage(storage: RosterStorage, observer: Observer, timer: Timer, clock: Clock): RosterStorage {
  function observed<Value>(
    name: string,
    organizationId: OrganizationId | null,
    call: () => ResultAsync<Value, StorageError>,
    summarize: (value: Value) => { readonly outcome: string; readonly items: number },
  ): ResultAsync<Value, StorageError> {
    const startedAt = timer.now();
    const report = (outcome: string, items: number): void =>
      notifyObserver(observer, {
        kind: "storage",
        name,
        organizationId,
        outcome,
        totalMs: timer.now() - startedAt,
        endedAt: clock().getTime(),
        items,
      });
    return call()
      .andTee((value) => {
        const { outcome, items } = summarize(value);
        report(outcome, items);
      })
      .orTee(({ code }) => report(code, 0));
  }

  function list<Query extends ListQuery, Row>(
    name: string,
    read: (query: Query, options: StorageCallOptions) => ResultAsync<ListPage<Row>, StorageError>,
  ): (query: Query, options: StorageCallOptions) => ResultAsync<ListPage<Row>, StorageError> {
    return (query, options) => observed(name, query.organizationId, () => read(query, options), rowsOf);
  }

  const { read } = storage;
  return {
    limits: storage.limits,
    load: (organizationId, need, options) =>
      observed("load", organizationId, () => storage.load(organizationId, need, options), factsLoaded),
    commit: (batch, options) =>
      observed(
        "commit",
        batch.organizationId,
        () => storage.commit(batch, options),
        ({ kind }) => ({
          outcome: kind,
          items: batch.writes.length + batch.events.length,
        }),
      ),
    read: {
      organizationMembers: list("read.organizationMembers", (query, options) =>
        read.organizationMembers(query, options),
      ),
      workspaceMembers: list("read.workspaceMembers", (query, options) => read.workspaceMembers(query, options)),
      candidates: list("read.candidates", (query, options) => read.candidates(query, options)),
      workspaces: list("read.workspaces", (query, options) => read.workspaces(query, options)),
      workspacesOf: list("read.workspacesOf", (query, options) => read.workspacesOf(query, options)),
    },
    events: (organizationId, after, limit, options) =>
      observed("events", organizationId, () => storage.events(organizationId, after, limit, options), rowsOf),
    pruneCommandRecords: (before, limit, options) =>
      observed(
        "pruneCommandRecords",
        null,
        () => storage.pruneCommandRecords(before, limit, options),
        ({ deleted }) => ({ outcome: "done", items: deleted }),
      ),
  };
}

function rowsOf({ rows }: ListPage<unknown>) {
  return { outcome: "done", items: rows.length };
}

function factsLoaded({ members, workspaces, assignments }: Facts) {
  return { outcome: "done", items: members.length + workspaces.length + assignments.length };
}
