import { nameKey } from "../../../domain/values/name-key.ts";
import { searchWords } from "../../../domain/values/search-words.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberOf, personRowOf, workspaceOf, workspaceRowOf } from "../../builders/expected-rows.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { inByteOrder } from "../../text/byte-order.ts";
import { storageCase } from "../../storage-case.ts";

const group = "fidelity";

/** Folding makes six characters of it, 18 bytes. */
const long = "\u3316";
const han = (index: number): string => String.fromCodePoint(0x4e00 + index);

/** As many words as a person can have: each group of two letters and a dot gives three. Folding makes a space of the diaeresis. */
function groups(count: number, first: number, space: string): string {
  return Array.from({ length: count }, (_, index) => `${han(first + 2 * index)}.${han(first + 2 * index + 1)}`).join(
    space,
  );
}

/** People as the core stores them: with the longest words, and with the most. */
const people = [
  [`${long.repeat(50)}.${long.repeat(49)}`, `${long.repeat(159)}.${long.repeat(158)}@${long}`],
  [groups(25, 0, " "), `${groups(79, 100, "\u00a8")}@x`],
].map(([name = "", email = ""], index) =>
  aMember(`${"x".repeat(254)}${index}`, {
    displayName: name,
    email,
    nameKey: nameKey(name),
    words: searchWords(name, email),
  }),
);

const roleCounts = Array.from({ length: 50 }, (_, index): readonly [string, number] => [
  `r${index}`.padEnd(63, "x"),
  1,
]);
const name = "\ufdfa".repeat(100);
const workspace = aWorkspace("w".repeat(255), {
  name,
  description: "\u{1f642}".repeat(1_000),
  roleCounts,
  nameKey: nameKey(name),
  words: searchWords(name, null),
});

export const largestRowsCases = [
  storageCase(group, "stores the largest people, workspaces and events, and finds them by each word", async (store) => {
    const { storage, second } = store;
    const acme = batchBuilder(storage, "o".repeat(255));
    await acme.create({ writes: [insert.workspace(workspace)] });
    for (const person of people) {
      await acme.commit({
        writes: [insert.member(person), insert.assignment(anAssignment(workspace.workspaceId, person.userId))],
      });
    }
    const { events } = await acme.commit({
      newEvents: [
        { type: "workspace.created", workspaceId: workspace.workspaceId, name, description: workspace.description },
      ],
      envelope: { actor: { userId: userId("a".repeat(255)) } },
    });
    const { organizationId } = acme;
    const query = { ...listQuery(organizationId), role: null };

    const facts = await loaded(second, organizationId, {
      members: people.map((person) => person.userId),
      workspaceNames: [workspace.nameKey],
    });
    equal([facts.members, facts.workspaces], [people.map(memberOf), [workspaceOf(workspace)]]);
    equal((await valueOf(second.events(organizationId, 0, 9, eventsQuery()))).rows, events);
    const all = inByteOrder(people, (person) => [person.nameKey]).map((person) => personRowOf(person));
    equal((await valueOf(second.read.organizationMembers(query, {}))).rows, all);
    for (const person of people) {
      for (const word of [person.words.slice(0, 1), person.words.slice(-1), person.words.slice(0, 100)]) {
        const { rows } = await valueOf(
          second.read.workspaceMembers({ ...query, workspaceId: workspaceId("w".repeat(255)), words: word }, {}),
        );
        equal(rows, [personRowOf(person, "member")]);
      }
    }
    const { rows } = await valueOf(
      second.read.workspaces({ ...query, includeArchived: false, words: workspace.words }, {}),
    );
    equal(rows, [workspaceRowOf(workspace)]);
  }),
];
