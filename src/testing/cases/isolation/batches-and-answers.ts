import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { organizationCreated, workspaceCreated } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { listKinds } from "../../lists/list-kinds.ts";
import { dump } from "../../dump.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "isolation";

const everything = () =>
  need({
    command: commandKey("command-1"),
    anyMembers: 9,
    members: [aMember("a").userId],
    workspaces: [aWorkspace("home").workspaceId],
    workspaceNames: ["home"],
    assignments: [{ workspaceId: aWorkspace("home").workspaceId, userIds: [aMember("a").userId] }],
  });

/** New objects for each call, because the cases change what they pass in. */
const parts = () => ({
  writes: [
    insert.organization(anOrganization()),
    ...["a", "reader"].map((user) => insert.member(aMember(user, { words: ["one", "two"] }))),
    insert.workspace(aWorkspace("home", { words: ["one", "two"], roleCounts: [["member", 2]] })),
    ...["a", "reader"].map((user) => insert.assignment(anAssignment("home", user))),
  ],
  newEvents: [organizationCreated("Acme"), workspaceCreated("home")],
  envelope: { actor: { system: "scim" } },
});

async function filled({ storage }: OpenStore) {
  const acme = batchBuilder(storage);
  const batch = await acme.commit(parts());
  return {
    batch,
    organizationId: acme.organizationId,
    before: structuredClone(await dump(storage, acme.organizationId)),
  };
}

export const batchesAndAnswersCases = [
  storageCase(group, "ignores changes to a batch after it was passed in", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const [batch, kept] = [acme.next(parts()), acme.next(parts())];

    const sent = storage.commit(batch, {});
    spoil(batch);

    equal(await valueOf(sent), { kind: "committed" });
    const other = batchBuilder(storage, "other");
    await other.commit(parts());
    equal(await told(storage, acme.organizationId), await told(storage, other.organizationId));
    equal((await loaded(storage, acme.organizationId, { command: kept.command.key })).command, kept.command);
  }),

  storageCase(group, "ignores changes to a batch after it was committed", async (store) => {
    const { batch, organizationId, before } = await filled(store);
    const command = structuredClone(batch.command);

    spoil(batch);

    equal(await dump(store.storage, organizationId), before);
    equal((await loaded(store.storage, organizationId, { command: command.key })).command, command);
  }),

  storageCase(group, "ignores changes to what load returned", async (store) => {
    const { organizationId, before } = await filled(store);
    const facts = structuredClone(await loaded(store.storage, organizationId, everything()));

    spoil(await valueOf(store.storage.load(organizationId, everything(), {})));

    equal(await loaded(store.storage, organizationId, everything()), facts);
    equal(await dump(store.storage, organizationId), before);
  }),

  ...listKinds.map((kind) =>
    storageCase(group, `ignores changes to what ${kind.name} returned`, async (store) => {
      const { organizationId, before } = await filled(store);

      spoil(await valueOf(kind.rows(store.storage, listQuery(organizationId, { need: everything() }))));

      equal(await dump(store.storage, organizationId), before);
    }),
  ),

  storageCase(group, "ignores changes to what events returned", async (store) => {
    const { organizationId, before } = await filled(store);
    const query = eventsQuery({ need: everything() });

    spoil(await valueOf(store.storage.events(organizationId, 0, 9, query)));

    equal(await dump(store.storage, organizationId), before);
  }),

  storageCase(group, "ignores changes to what a replay returned", async (store) => {
    const { batch, organizationId } = await filled(store);

    spoil(await valueOf(store.storage.commit(batch, {})));

    equal(await valueOf(store.storage.commit(batch, {})), { kind: "replay", command: batch.command });
    equal((await loaded(store.storage, organizationId)).revision, 1);
  }),

  storageCase(group, "does not change its arguments", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const batch = acme.next(parts());
    const needed = everything();

    await valueOf(storage.commit(batch, {}));
    await valueOf(storage.load(acme.organizationId, needed, {}));

    equal(batch, acme.next(parts()));
    equal(needed, everything());
  }),

  storageCase(group, "does not change what it returned before", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.commit(parts());
    const facts = await loaded(storage, acme.organizationId, everything());
    const before = structuredClone(facts);

    await acme.commit({ writes: [replace.workspace(aWorkspace("home", { roleCounts: [["admin", 1]] }))] });

    equal(facts, before);
  }),
];

/** A dump without the names of the organization. */
async function told(
  storage: OpenStore["storage"],
  organizationId: ReturnType<typeof batchBuilder>["organizationId"],
): Promise<string> {
  return JSON.stringify(await dump(storage, organizationId)).replaceAll(JSON.stringify(organizationId), '"*"');
}

/** Changes everything inside a value, at any depth. Frozen parts stay as they are, which is fine too. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === "object" && member !== null) spoil(member);
    else Reflect.set(value, name, `spoilt ${String(member)}`);
  }
  if (Array.isArray(value)) Reflect.set(value, value.length, "spoilt");
}
