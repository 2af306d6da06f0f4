import type { Write } from "../../../application/ports/write.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { committed, conflicting, equal, loaded } from "../../expectations.ts";
import { dump } from "../../dump.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "atomicity";
const places = [0, 1, 2];
const key = commandKey("refused");

/** For each place: a member, a workspace, an assignment of that member, and a member without an assignment. */
async function fill({ storage }: OpenStore): Promise<BatchBuilder> {
  const acme = batchBuilder(storage);
  await acme.create({
    writes: places.flatMap((place) => [
      insert.member(aMember(`t${place}`)),
      insert.member(aMember(`t${place}-free`)),
      insert.workspace(aWorkspace(`t${place}`)),
      insert.assignment(anAssignment("t0", `t${place}`)),
    ]),
    newEvents: [memberAdded("t0")],
  });
  return acme;
}

/** The valid write at a place of a table. It sorts after the stored row of its place and before that of the next. */
const sound = {
  organization_member: (place: number) => insert.member(aMember(`t${place}-new`)),
  workspace: (place: number) => insert.workspace(aWorkspace(`t${place}-new`)),
  role_assignment: (place: number) => insert.assignment(anAssignment("t0", `t${place}-free`)),
};

type Table = keyof typeof sound;

/** The invalid writes at a place of a table. */
const wrong: Readonly<Record<Table, readonly ((place: number) => Write)[]>> = {
  organization_member: [
    (place) => insert.member(aMember(`t${place}`, { displayName: "New" })),
    (place) => replace.member(aMember(`t${place}-gone`)),
    (place) => remove.member(`t${place}-gone`),
  ],
  workspace: [
    (place) => insert.workspace(aWorkspace(`t${place}`, { description: "New" })),
    (place) => replace.workspace(aWorkspace(`t${place}-gone`)),
  ],
  role_assignment: [
    (place) => insert.assignment(anAssignment("t0", `t${place}`, { role: "admin" })),
    (place) => replace.assignment(anAssignment("t0", `t${place}-free`)),
    (place) => remove.assignment("t0", `t${place}-free`),
  ],
};

const tables = Object.keys(sound) as readonly Table[];

/** A valid write to every place of every table, except that the invalid write replaces the one at its place. */
function writesWith(table?: Table, wrongPlace?: number, write?: Write): readonly Write[] {
  return [
    replace.organization(anOrganization({ name: "Changed" })),
    ...tables.flatMap((each) =>
      places.map((place) =>
        each === table && place === wrongPlace && write !== undefined ? write : sound[each](place),
      ),
    ),
  ];
}

const newEvents = [memberAdded("t0-new")];

export const atomicityCases = [
  ...tables.map((table) =>
    storageCase(group, `applies nothing of a batch if any one write to ${table} fails`, async (store) => {
      const { storage } = store;
      const acme = await fill(store);
      const before = await dump(storage, acme.organizationId);

      for (const place of places) {
        for (const write of wrong[table]) {
          const writes = writesWith(table, place, write(place));
          await conflicting(storage, acme.next({ writes, newEvents, command: { key } }));
          equal(
            await dump(storage, acme.organizationId),
            before,
            `after the failure of write ${place + 1} to ${table}`,
          );
        }
      }

      equal((await loaded(store.second, acme.organizationId, { command: key })).command, null);
      await committed(storage, acme.next({ writes: writesWith(), newEvents, command: { key } }));
    }),
  ),

  storageCase(group, "applies nothing of a batch if the write to organization fails", async (store) => {
    const { storage } = store;
    const acme = await fill(store);
    const before = await dump(storage, acme.organizationId);
    const writes = [insert.organization(anOrganization({ name: "New" })), ...writesWith().slice(1)];

    await conflicting(storage, acme.next({ writes, newEvents, command: { key } }));

    equal(await dump(storage, acme.organizationId), before);
    await committed(storage, acme.next({ writes: writesWith(), newEvents, command: { key } }));
  }),

  storageCase(
    group,
    "applies nothing of a batch whose events it rejects, such as a sequence that is in use",
    async (store) => {
      const acme = await fill(store);
      const batch = acme.next({ writes: writesWith(), newEvents, command: { key } });
      const events = batch.events.map((event) => ({ ...event, sequence: 1 }));

      await refusedWhole(store, acme, { ...batch, events, guard: { ...batch.guard, lastSequence: 1 } });
    },
  ),

  storageCase(
    group,
    "applies nothing of a batch that it rejects, such as an assignment of an unknown user",
    async (store) => {
      const acme = await fill(store);
      const writes = [...writesWith(), insert.assignment(anAssignment("t2", "nobody"))];

      await refusedWhole(store, acme, acme.next({ writes, newEvents, command: { key } }));
    },
  ),
];

/** The core never sends such a batch, and a store may accept it. If it rejects one, it must reject all of it. */
async function refusedWhole(
  { storage, second }: OpenStore,
  acme: BatchBuilder,
  batch: ReturnType<BatchBuilder["next"]>,
): Promise<void> {
  const before = await dump(storage, acme.organizationId);

  const result = await storage.commit(batch, {});

  if (result.isOk() && result.value.kind === "committed") return;
  if (result.isOk()) equal(result.value, { kind: "conflict" });
  equal(await dump(second, acme.organizationId), before);
  equal((await loaded(second, acme.organizationId, { command: key })).command, null);
  await committed(storage, acme.next({ writes: writesWith(), newEvents, command: { key } }));
}
