import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { anOrganization } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { abortedBy, committed, equal, loaded, valueOf } from "../../expectations.ts";
import { listKinds } from "../../lists/list-kinds.ts";
import { storageCase } from "../../storage-case.ts";

const group = "abort";
const gone = { signal: AbortSignal.abort() };

export const beforeStartCases = [
  storageCase(group, "returns aborted for a load whose signal has fired", async ({ storage }) => {
    await abortedBy(storage.load(batchBuilder(storage).organizationId, need({}), gone));
  }),

  storageCase(
    group,
    "returns aborted for a commit whose signal has fired, and applies nothing",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const batch = acme.next({ writes: [insert.organization(anOrganization())] });

      await abortedBy(storage.commit(batch, gone));

      equal((await loaded(storage, acme.organizationId, { command: batch.command.key })).revision, 0);
      await committed(storage, batch);
    },
  ),

  storageCase(group, "returns aborted for a replay whose signal has fired", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const batch = await acme.create();

    await abortedBy(storage.commit(batch, gone));
  }),

  ...listKinds.map((kind) =>
    storageCase(group, `returns aborted for ${kind.name} whose signal has fired`, async ({ storage }) => {
      const acme = batchBuilder(storage);
      await acme.create();

      await abortedBy(kind.read(storage, listQuery(acme.organizationId), gone));
    }),
  ),

  storageCase(group, "returns aborted for events whose signal has fired", async ({ storage }) => {
    await abortedBy(storage.events(batchBuilder(storage).organizationId, 0, 9, { ...eventsQuery(), ...gone }));
  }),

  storageCase(group, "works with a signal that does not fire", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const { signal } = new AbortController();

    equal(await valueOf(storage.commit(acme.next({ writes: [insert.organization(anOrganization())] }), { signal })), {
      kind: "committed",
    });
    equal((await valueOf(storage.load(acme.organizationId, need({}), { signal }))).revision, 1);
    equal((await valueOf(storage.load(acme.organizationId, need({}), { signal: undefined }))).revision, 1);
  }),

  storageCase(group, "never returns aborted for a commit that was applied", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const controller = new AbortController();

    const sent = storage.commit(acme.next({ writes: [insert.organization(anOrganization())] }), controller);
    controller.abort();
    const result = await sent;

    const { revision } = await loaded(storage, acme.organizationId);
    if (result.isErr()) equal([result.error.code, revision], ["aborted", 0]);
    else if (result.value.kind !== "unknown") equal([result.value.kind, revision], ["committed", 1]);
  }),
];
