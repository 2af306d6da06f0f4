import { need } from "../../application/ports/need.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { RosterEvent } from "../../domain/shared/event.ts";
import { author } from "../builders/author.ts";
import { eventsQuery } from "../builders/events-query.ts";
import { memberAdded } from "../builders/happenings.ts";
import { commandKey, organizationId } from "../builders/ids.ts";
import { listQuery } from "../builders/list-query.ts";
import { aMember, anOrganization } from "../builders/records.ts";
import { insert, replace } from "../builders/writes.ts";
import { equal, loaded, valueOf } from "../expectations.ts";
import type { OpenStore } from "../harness.ts";
import { storageCase } from "../storage-case.ts";

const group = "race";
const acme = organizationId("acme");

/** Each conflict is somebody else's commit, so a writer meets fewer conflicts than there are commits. */
const mostAttempts = 1_000;

/** Adds one member as the core would: load, decide on what was loaded, commit, and again at a conflict. */
async function addMember(storage: RosterStorage, user: string): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const facts = await valueOf(storage.load(acme, need({ command: commandKey(user) }), {}));
    if (facts.command !== null) return;
    const writer = author(storage);
    writer.follow({ guard: { expectedRevision: facts.revision - 1, lastSequence: facts.lastSequence } });
    const memberCount = (facts.organization?.memberCount ?? 0) + 1;
    const batch = writer.next({
      writes: [replace.organization(anOrganization({ memberCount })), insert.member(aMember(user))],
      happenings: [memberAdded(user)],
      command: { key: commandKey(user) },
    });
    const { kind } = await valueOf(storage.commit(batch, {}));
    if (kind === "committed" || kind === "replay") return;
  }
  equal(`no commit of ${user} in ${mostAttempts} attempts`, "a commit");
}

const loops = Array.from({ length: 16 }, (_, loop) => Array.from({ length: 4 }, (__, step) => `user-${loop}-${step}`));
const users = loops.flat();

/** Sixteen writers, each with four members to add one after the other, half of them through either handle. */
async function addAll({ storage, second }: OpenStore): Promise<void> {
  await together(
    loops.map(async (names, loop) => {
      for (const name of names) await addMember(loop % 2 === 0 ? storage : second, name);
    }),
  );
}

/** Waits for all, so that nothing still uses the store when a case has failed, and then fails as the first that failed. */
async function together(running: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(running);
  await Promise.all(running);
}

async function eventsOf(storage: RosterStorage): Promise<readonly RosterEvent[]> {
  return (await valueOf(storage.events(acme, 0, 1_000, eventsQuery()))).rows;
}

export const raceCases = [
  storageCase(group, "loses no commit of writers that race through two handles, and leaves no gap", async (store) => {
    const { storage } = store;
    await author(storage).create({ writes: [insert.member(aMember("first"))] });

    await addAll(store);

    const facts = await loaded(storage, acme, { everyone: 1_000 });
    equal(facts.revision, users.length + 1);
    equal(facts.lastSequence, users.length);
    equal(facts.organization?.memberCount, users.length + 1);
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

  storageCase(
    group,
    "shows readers a page and its facts of one revision, and never an older one later",
    async (store) => {
      await author(store.storage).create({ writes: [insert.member(aMember("first"))] });
      let racing = true;
      let pages = 0;

      async function read(storage: RosterStorage): Promise<void> {
        let newest = 0;
        while (racing) {
          const query = { ...listQuery(acme, { limit: 1_000 }), role: null };
          const { facts, rows } = await valueOf(storage.read.organizationMembers(query, {}));
          equal([rows.length, facts.organization?.memberCount], [facts.revision, facts.revision]);
          equal(facts.revision >= newest, true);
          newest = facts.revision;
          pages += 1;
        }
      }
      const writers = addAll(store).finally(() => {
        racing = false;
      });
      await together([writers, read(store.storage), read(store.second)]);

      equal(pages > 2, true);
    },
  ),

  storageCase(group, "creates an organization once for many who create it at the same time", async (store) => {
    const batches = users.slice(0, 10).map((user) =>
      author(store.storage).next({
        writes: [insert.organization(anOrganization({ name: user })), insert.member(aMember(user))],
        happenings: [memberAdded(user)],
        command: { key: commandKey(user) },
      }),
    );

    const outcomes = await Promise.all(
      batches.map(async (batch, index) => valueOf((index % 2 === 0 ? store.storage : store.second).commit(batch, {}))),
    );

    equal(outcomes.map(({ kind }) => kind).sort(), ["committed", ...Array<string>(9).fill("conflict")]);
    const { revision, members } = await loaded(store.second, acme, { everyone: 100 });
    equal([revision, members.length, (await eventsOf(store.storage)).length], [1, 1, 1]);
  }),

  storageCase(group, "does not let organizations get in each other's way", async (store) => {
    const writers = users.map((id, index) => author(index % 2 === 0 ? store.storage : store.second, id));

    await Promise.all(
      writers.map(async (writer) => {
        await writer.create({ writes: [insert.member(aMember("ada"))] });
        await writer.commit({ writes: [insert.member(aMember("bo"))] });
      }),
    );

    for (const { organizationId: id } of writers) {
      const { revision, members } = await loaded(store.storage, id, { everyone: 9 });
      equal([revision, members.length], [2, 2]);
    }
  }),
];
