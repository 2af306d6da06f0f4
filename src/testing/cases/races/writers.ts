import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../domain/facts/event.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anOrganization } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { acme, addAll, readWhileAdding, users } from "../../fixtures/racing-writers.ts";
import { storageCase } from "../../storage-case.ts";

const group = "race";
async function eventsOf(storage: RosterStorage): Promise<readonly RosterEvent[]> {
  return (await valueOf(storage.events(acme, 0, 1_000, eventsQuery()))).rows;
}

export const writersCases = [
  storageCase(group, "loses no commit and leaves no gap while writers race through two handles", async (store) => {
    const { storage } = store;
    await batchBuilder(storage).create({ writes: [insert.member(aMember("first"))] });

    await addAll(store);

    const facts = await loaded(storage, acme, { anyMembers: 1_000 });
    const { revision, lastSequence, organization } = facts;
    // Each writer committed once, after the creation.
    equal(
      { revision, lastSequence, memberCount: organization?.memberCount },
      { revision: users.length + 1, lastSequence: users.length, memberCount: users.length + 1 },
    );
    equal(
      facts.members.map(({ userId }) => String(userId)),
      ["first", ...users].sort(),
    );
    const events = await eventsOf(storage);
    equal(
      events.map(({ sequence }) => sequence),
      users.map((_, index) => index + 1),
    );
    equal(new Set(events.map((event) => "userId" in event && event.userId)).size, users.length);
  }),

  storageCase(group, "returns a page and its facts of one revision, and never an older one later", (store) =>
    readWhileAdding(store, (storage) => {
      let newest = 0;
      return async () => {
        const query = { ...listQuery(acme, { limit: 1_000 }), role: null };
        const { facts, rows } = await valueOf(storage.read.organizationMembers(query, {}));
        const { revision } = facts;
        equal(
          { revision, rows: rows.length, memberCount: facts.organization?.memberCount },
          { revision, rows: revision, memberCount: revision },
        );
        equal(revision >= newest, true, `read revision ${revision} after revision ${newest}`);
        newest = revision;
      };
    }),
  ),

  storageCase(group, "returns the events of exactly the commits that the facts count", (store) =>
    readWhileAdding(store, (storage) => async () => {
      const { facts, rows } = await valueOf(storage.events(acme, 0, 1_000, eventsQuery()));
      const { lastSequence } = facts;
      equal(
        { lastSequence, events: rows.map(({ sequence }) => sequence) },
        { lastSequence, events: Array.from({ length: lastSequence }, (_, index) => index + 1) },
      );
    }),
  ),

  storageCase(group, "loads no row that is older than the guard with it", (store) =>
    readWhileAdding(store, (storage) => async () => {
      const facts = await loaded(storage, acme, { anyMembers: 1_000 });
      const { revision, lastSequence } = facts;
      equal({ revision, lastSequence }, { revision, lastSequence: revision - 1 });
      for (const count of [facts.members.length, facts.organization?.memberCount ?? 0]) {
        equal(count >= revision, true, `The guard is of revision ${revision}, but the rows are of revision ${count}.`);
      }
    }),
  ),

  storageCase(group, "creates an organization once if many create it at the same time", async (store) => {
    const batches = users.slice(0, 10).map((user) =>
      batchBuilder(store.storage).next({
        writes: [insert.organization(anOrganization({ name: user })), insert.member(aMember(user))],
        newEvents: [memberAdded(user)],
        command: { key: commandKey(user) },
      }),
    );

    const outcomes = await Promise.all(
      batches.map(async (batch, index) => valueOf((index % 2 === 0 ? store.storage : store.second).commit(batch, {}))),
    );

    equal(outcomes.map(({ kind }) => kind).sort(), ["committed", ...Array<string>(9).fill("conflict")]);
    const { revision, members } = await loaded(store.second, acme, { anyMembers: 100 });
    const events = await eventsOf(store.storage);
    equal({ revision, members: members.length, events: events.length }, { revision: 1, members: 1, events: 1 });
  }),

  storageCase(group, "does not let commits of different organizations conflict", async (store) => {
    const writers = users.map((id, index) => batchBuilder(index % 2 === 0 ? store.storage : store.second, id));

    await Promise.all(
      writers.map(async (writer) => {
        await writer.create({ writes: [insert.member(aMember("ada"))] });
        await writer.commit({ writes: [insert.member(aMember("bo"))] });
      }),
    );

    for (const { organizationId: id } of writers) {
      const { revision, members } = await loaded(store.storage, id, { anyMembers: 9 });
      equal({ revision, members: members.length }, { revision: 2, members: 2 });
    }
  }),
];
