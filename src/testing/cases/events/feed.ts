import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { memberAdded, workspaceCreated, workspaceMemberAdded } from "../../builders/new-events.ts";
import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, sortedFacts, valueOf } from "../../expectations.ts";
import { acme, eventsOf, sequencesOf, fill } from "./ten-events.ts";
import { storageCase } from "../../storage-case.ts";

const group = "events";

export const feedCases = [
  storageCase(
    group,
    "returns every event as it was stored, in order of sequence, through every handle",
    async (store) => {
      const stored = await fill(store);

      equal(await eventsOf(store.storage), stored);
      equal(await eventsOf(store.second), stored);
    },
  ),

  storageCase(group, "returns no events for an organization that does not exist", async ({ storage }) => {
    const page = await valueOf(storage.events(acme, 0, 10, eventsQuery()));

    equal([page.rows, page.facts.revision], [[], 0]);
  }),

  storageCase(group, "returns at most the number asked for, and only events after a sequence", async (store) => {
    await fill(store);

    equal(sequencesOf(await eventsOf(store.storage, { limit: 3 })), [1, 2, 3]);
    equal(sequencesOf(await eventsOf(store.storage, { after: 3, limit: 3 })), [4, 5, 6]);
    equal(sequencesOf(await eventsOf(store.storage, { after: 8 })), [9, 10]);
    equal(sequencesOf(await eventsOf(store.storage, { after: 9, limit: 1 })), [10]);
    equal(await eventsOf(store.storage, { after: 10 }), []);
    equal(await eventsOf(store.storage, { after: 1_000_000 }), []);
  }),

  storageCase(group, "compares sequences as numbers, not as text", async ({ storage }) => {
    const writer = batchBuilder(storage);
    await writer.create();
    await writer.commitEvents(Array.from({ length: 120 }, (_, index) => memberAdded(`u${index}`)));

    const sequences = sequencesOf(await eventsOf(storage, { after: 8, limit: 200 }));

    equal(
      sequences,
      Array.from({ length: 112 }, (_, index) => index + 9),
    );
  }),

  storageCase(group, "returns 501 of more events, which the largest page of the core asks for", async ({ storage }) => {
    const writer = batchBuilder(storage);
    await writer.create();
    await writer.commitEvents(Array.from({ length: 510 }, (_, index) => memberAdded(`u${index}`)));

    const sequences = sequencesOf(await eventsOf(storage, { after: 2, limit: 501 }));

    equal([sequences.length, sequences[0], sequences.at(-1)], [501, 3, 503]);
  }),

  storageCase(group, "returns the facts that belong to the page", async (store) => {
    await fill(store);
    const writer = batchBuilder(store.storage, "other");
    await writer.create({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });

    const needed = need({ members: [userId("ada"), userId("bo")] });
    const { facts } = await valueOf(store.storage.events(writer.organizationId, 0, 1, eventsQuery({ need: needed })));

    equal(sortedFacts(facts), sortedFacts(await valueOf(store.storage.load(writer.organizationId, needed, {}))));
    equal([facts.revision, facts.lastSequence, facts.members.length], [1, 1, 1]);
  }),

  storageCase(group, "keeps the events of organizations apart", async (store) => {
    const stored = await fill(store);
    const writer = batchBuilder(store.storage, "other");
    const { events } = await writer.create({ newEvents: [memberAdded("ada"), workspaceMemberAdded("lab", "ada")] });

    equal(await eventsOf(store.storage), stored);
    equal(await eventsOf(store.storage, { of: writer.organizationId }), events);
    equal(
      await eventsOf(store.storage, { of: writer.organizationId, query: { workspaceId: workspaceId("lab") } }),
      events.slice(1),
    );
    equal(await eventsOf(store.storage, { of: writer.organizationId, query: { userId: userId("ada") } }), events);
  }),

  storageCase(group, "stores who acted, with which authority, when and in which operation", async ({ storage }) => {
    const writer = batchBuilder(storage);
    await writer.create();
    const envelopes = [
      { actor: { system: "scim" }, authority: "system" },
      { actor: { userId: userId("ada") }, authority: "founder" },
      { actor: { userId: userId("system") }, authority: "organization_member" },
      { actor: { userId: userId("ada") }, authority: "workspace_admin" },
    ] as const;

    const batches = [];
    for (const [index, envelope] of envelopes.entries()) {
      const at = `2025-01-01T00:00:00.00${index}Z`;
      batches.push(
        await writer.commit({
          newEvents: [memberAdded("bo"), workspaceCreated("lab")],
          envelope: { ...envelope, at, operationId: operationId(`op-${index}`) },
        }),
      );
    }

    equal(
      await eventsOf(storage),
      batches.flatMap(({ events }) => events),
    );
  }),
];
