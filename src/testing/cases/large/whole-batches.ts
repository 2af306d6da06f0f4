import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { operationId } from "../../builders/ids.ts";
import { aMember } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "large batches";

const idsOf = (members: number) =>
  Array.from({ length: members }, (_, index) => `user-${String(index).padStart(5, "0")}`);

export const wholeBatchesCases = [
  storageCase(group, "stores every event of a large batch, and finds them all by their operation", async (store) => {
    const { storage, second } = store;
    const ids = idsOf(storage.limits.members);
    const acme = batchBuilder(storage);
    const { events } = await acme.create({ newEvents: ids.map(memberAdded) });

    for (const query of [eventsQuery(), eventsQuery({ operationId: operationId("operation-1") })]) {
      const { rows } = await valueOf(second.events(acme.organizationId, 0, ids.length + 1, query));
      equal(rows.length, ids.length);
      equal(rows, events);
    }
  }),

  storageCase(group, "replaces as many members as a command may name, with their names and words", async (store) => {
    const { storage, second } = store;
    const ids = idsOf(storage.limits.members);
    const acme = batchBuilder(storage);
    await acme.create({ writes: ids.map((id) => insert.member(aMember(id))) });

    await acme.commit({
      writes: ids.map((id) =>
        replace.member(aMember(id, { role: "billing", nameKey: `new ${id}`, words: ["new", id] })),
      ),
    });

    const { members } = await loaded(second, acme.organizationId, { anyMembers: ids.length });
    equal(members.filter(({ role }) => role === "billing").length, ids.length);
    const query = { ...listQuery(acme.organizationId, { limit: ids.length + 1, words: ["new"] }), role: null };
    const { rows } = await valueOf(storage.read.organizationMembers(query, {}));
    equal(
      rows.map(({ nameKey }) => nameKey),
      ids.map((id) => `new ${id}`),
    );
  }),
];
