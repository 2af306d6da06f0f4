import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey, userId } from "../../builders/ids.ts";
import { item } from "../../lists/list-item.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, valueOf } from "../../expectations.ts";
import { listKinds } from "../../lists/list-kinds.ts";
import { listStore } from "../../lists/list-store.ts";
import { storageCase } from "../../storage-case.ts";

const group = "isolation";
/** A copy, because all needs share the same empty lists. */
const needed = () => structuredClone(need({ members: ["a", "reader"].map(userId), command: commandKey("command-1") }));

/** Empties a query in place, so that a storage that reads it late finds nothing in it. */
function empty(query: object): void {
  for (const [name, member] of Object.entries(query) as [string, unknown][]) {
    if (Array.isArray(member)) member.length = 0;
    else if (typeof member === "object" && member !== null) empty(member);
    else if (typeof member === "string") Reflect.set(query, name, "");
  }
}

export const queriesCases = [
  storageCase(group, "ignores changes to a need after it was passed in", async ({ storage }) => {
    const acme = batchBuilder(storage);
    await acme.create({ writes: ["a", "reader"].map((user) => insert.member(aMember(user))) });
    const request = needed();

    const answer = storage.load(acme.organizationId, request, {});
    empty(request);

    const { members, command } = await valueOf(answer);
    equal([members.length, command?.key], [2, "command-1"]);
  }),

  ...listKinds.map((kind) =>
    storageCase(group, `ignores changes to a query of ${kind.name} after it was passed in`, async ({ storage }) => {
      const { builder: acme } = await listStore(kind, storage, [item("a"), item("b")]);
      const query = listQuery(acme.organizationId, { words: ["b"], after: { nameKey: "a", id: "a" }, need: needed() });

      const answer = kind.read(storage, query);
      empty(query);

      const { facts, places } = await valueOf(answer);
      equal(places, [{ nameKey: "b", id: "b" }]);
      equal([facts.command?.key, facts.revision], ["command-1", 1]);
    }),
  ),

  storageCase(group, "ignores changes to a query of events after it was passed in", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const { events } = await acme.create({ newEvents: [memberAdded("ada"), memberAdded("bo")] });
    const query = eventsQuery({ need: needed(), userId: userId("bo") });

    const answer = storage.events(acme.organizationId, 0, 9, query);
    empty(query);

    const { facts, rows } = await valueOf(answer);
    equal([rows, facts.command?.key], [events.slice(1), "command-1"]);
  }),
];
