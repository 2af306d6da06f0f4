import { need } from "../../../application/ports/need.ts";
import type { NewEvent } from "../../../domain/facts/event.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { memberOf, personRowOf, workspaceOf, workspaceRowOf } from "../../builders/expected-rows.ts";
import { commandKey, operationId, userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "fidelity";

/** Ids that the library accepts and with which stores are known to have problems. */
const strangeIds: readonly (readonly [name: string, id: string])[] = [
  ["255 bytes of ASCII", "x".repeat(255)],
  ["255 bytes of two-byte characters", `${"\u00e9".repeat(127)}x`],
  ["255 bytes of emoji", `${"\u{1f642}".repeat(63)}xyz`],
  ["an emoji of several code points", "\u{1f468}\u{1f3fd}\u{2695}"],
  ["the last code point", "\u{10ffff}"],
  ["U+FFFD", "\ufffd"],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
  ["toString", "toString"],
  ["hasOwnProperty", "hasOwnProperty"],
  ["null", "null"],
  ["undefined", "undefined"],
  ["true", "true"],
  ["a number", "007"],
  ["a large number", "12345678901234567890"],
  ["an exponent", "1e3"],
  ["quotes", `'"\`''""`],
  ["backslashes", String.raw`\\a\n\u0041\'`],
  ["SQL", "'); DROP TABLE members; --"],
  ["placeholders", "? ?1 :a @a $1 %s {0}"],
  ["JSON", '{"a":[1,null]}'],
  ["wildcards", "%_*?[a]"],
  ["blanks inside", "a  b \u3000c"],
  ["separators", "a/b|c:d;e,f.g#h"],
];

/** Ids that differ in their bytes, but that a careless store would treat as equal. */
const alike = [
  "a",
  "A",
  "\u00e4",
  "a\u0308",
  "\u00df",
  "ss",
  "SS",
  "\u0130",
  "i\u0307",
  "I",
  "i",
  "\u0131",
  "1",
  "01",
  "1.0",
  "-0",
  "\u212b",
  "\u00c5",
  // Equal in a store that keeps at most three bytes, or one code unit, of a character.
  "\u{1f642}",
  "\u{1f643}",
  "\ufffd",
  "?",
  "%",
  "_",
  "\\",
  "\\\\",
];

export const idsCases = [
  ...strangeIds.map(([name, id]) =>
    storageCase(group, `keeps an id that is ${name}`, async ({ storage }) => {
      const organization = batchBuilder(storage, id);
      const newEvent: NewEvent = {
        type: "workspace.member.added",
        workspaceId: workspaceId(id),
        userId: userId(id),
        role: "member",
      };
      const { events } = await organization.create({
        writes: [insert.member(aMember(id)), insert.workspace(aWorkspace(id)), insert.assignment(anAssignment(id, id))],
        newEvents: [newEvent],
        command: { key: commandKey(id) },
        envelope: { actor: { system: id }, operationId: operationId(id) },
      });
      const query = { organizationId: organization.organizationId, need: need({}), words: [], limit: 9, after: null };

      const facts = await loaded(storage, organization.organizationId, {
        command: commandKey(id),
        members: [userId(id)],
        workspaces: [workspaceId(id)],
        workspaceNames: [id],
        assignments: [{ workspaceId: workspaceId(id), userIds: [userId(id)] }],
      });

      equal(facts.command?.key, id);
      equal([facts.members, facts.workspaces], [[memberOf(aMember(id))], [workspaceOf(aWorkspace(id))]]);
      equal(facts.assignments, [anAssignment(id, id)]);
      const members = await valueOf(
        storage.read.workspaceMembers({ ...query, workspaceId: workspaceId(id), role: null }, {}),
      );
      equal(members.rows, [personRowOf(aMember(id), "member")]);
      const workspaces = await valueOf(storage.read.workspacesOf({ ...query, userId: userId(id) }, {}));
      equal(workspaces.rows, [{ ...workspaceRowOf(aWorkspace(id)), role: "member" }]);
      const filter = eventsQuery({ workspaceId: workspaceId(id), userId: userId(id), operationId: operationId(id) });
      equal((await valueOf(storage.events(organization.organizationId, 0, 9, filter))).rows, events);
    }),
  ),

  storageCase(group, "distinguishes ids that differ in any byte", async ({ storage }) => {
    const writers = alike.map((id) => batchBuilder(storage, id));
    for (const [index, writer] of writers.entries()) {
      await writer.create();
      await writer.commitWrites(
        alike.map((id) => [insert.member(aMember(id, { email: `${index}` })), insert.workspace(aWorkspace(id))]),
      );
    }

    for (const [index, writer] of writers.entries()) {
      const facts = await loaded(storage, writer.organizationId, {
        members: [userId(alike[index] ?? "")],
        workspaceNames: [alike[index] ?? ""],
        anyMembers: 0,
      });
      equal(facts.members, [memberOf(aMember(alike[index] ?? "", { email: `${index}` }))]);
      equal(
        facts.workspaces.map(({ workspaceId: id }) => String(id)),
        [alike[index]],
      );
    }
  }),

  ...["/", "|", ":", "::", ",", ";", "-", "_", ".", "#", "@", "+", "=", " ", "~"].map((joint) =>
    storageCase(group, `distinguishes pairs of ids that are equal when joined by "${joint}"`, async ({ storage }) => {
      const acme = batchBuilder(storage);
      const [left, right] = [anAssignment("a", `b${joint}c`), anAssignment(`a${joint}b`, "c")];
      await acme.create({
        writes: [
          ...[left, right].map(({ userId: id }) => insert.member(aMember(id))),
          ...[left, right].map(({ workspaceId: id }) => insert.workspace(aWorkspace(id))),
          insert.assignment(left),
        ],
      });
      const both = {
        assignments: [left, right].map((each) => ({ workspaceId: each.workspaceId, userIds: [each.userId] })),
      };

      equal((await loaded(storage, acme.organizationId, both)).assignments, [left]);
      await acme.commit({ writes: [insert.assignment(right)] });
      equal((await loaded(storage, acme.organizationId, both)).assignments.length, 2);
    }),
  ),
];
