import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { aMember, anOrganization } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { abortedBy, committed, equal, loaded, valueOf } from "../../expectations.ts";
import { countedSignal } from "../../port/counted-signal.ts";
import { portCalls, portMethods } from "../../port/port-calls.ts";
import { storageCase } from "../../storage-case.ts";
import { oldCommand } from "./old-command.ts";

const group = "abort";
const gone = { signal: AbortSignal.abort() };

export const beforeStartCases = [
  ...portMethods.map((method) =>
    storageCase(
      group,
      `returns aborted for ${method} if its signal has fired, applies nothing and does not listen`,
      async ({ storage, second }) => {
        const acme = batchBuilder(storage);
        await acme.create({ command: oldCommand });
        const batch = acme.next({ writes: [insert.member(aMember("ada"))] });
        const counted = countedSignal();
        counted.abort();

        await abortedBy(portCalls[method](storage, batch, { signal: counted.signal }));

        equal(counted.listeners(), 0);
        equal((await loaded(second, acme.organizationId)).revision, 1);
        equal(await valueOf(portCalls.pruneCommandRecords(second, batch, {})), { deleted: 1 });
        await committed(storage, batch);
      },
    ),
  ),

  storageCase(group, "returns aborted for a replay whose signal has fired", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const batch = await acme.create();

    await abortedBy(storage.commit(batch, gone));
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
];
