import type { Need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { need } from "../../../src/application/ports/need.ts";
import { batchBuilder } from "../../../src/testing/builders/batch-builder.ts";
import { commandKey, userId, workspaceId } from "../../../src/testing/builders/ids.ts";
import { memberAdded, workspaceCreated, workspaceMemberAdded } from "../../../src/testing/builders/new-events.ts";
import { eventsQuery, listQuery } from "../../../src/testing/builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../../src/testing/builders/records.ts";
import { insert, remove, replace } from "../../../src/testing/builders/writes.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { libraryLimits } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { textOf } from "./pages.ts";
import { maxIdentifierBytes } from "../../../src/domain/values/identifier.ts";
import { largestValues as largest } from "../storage/largest-values.ts";

const { organizationId } = batchBuilder(memoryStorage());
const ports = [
  "roster-storage",
  "need",
  "commit-batch",
  "write",
  "records",
  "queries",
  "storage-error",
  "storage-limits",
];

/** One question of each kind. The compiler asks for every field of a need. */
const needs: { readonly [Part in keyof Need]: Partial<Need> } = {
  command: { command: commandKey("command-2") },
  members: { members: [userId("ada"), userId("nobody")] },
  anyMembers: { anyMembers: 1 },
  firstAdminExcept: { firstAdminExcept: [userId("bo")], allAssignmentsOf: [userId("bo")] },
  workspaces: { workspaces: [workspaceId("lab")] },
  workspaceNames: { workspaceNames: ["research", "lab"] },
  workspacesNamedLike: { workspacesNamedLike: [workspaceId("research")] },
  assignments: { assignments: [{ workspaceId: workspaceId("research"), userIds: [userId("ada"), userId("cy")] }] },
  allAssignmentsOf: { allAssignmentsOf: [userId("ada")] },
  maxAssignments: { allAssignmentsOf: [userId("ada"), userId("bo")], maxAssignments: 1 },
  assignmentsInSameWorkspaces: {
    allAssignmentsOf: [userId("bo")],
    assignmentsInSameWorkspaces: [userId("ada")],
  },
  grantingEvents: {
    assignments: [{ workspaceId: workspaceId("research"), userIds: [userId("bo")] }],
    grantingEvents: true,
  },
};

/** The generated parts of docs/storage-port.md. */
export async function storagePortParts(): Promise<Readonly<Record<string, string>>> {
  const storage = memoryStorage();
  const commits = await played(storage);
  return {
    signatures: ports.map((name) => `### ${name}.ts\n\n${code("ts", declarationsOf(name))}`).join("\n\n"),
    commits,
    needs: await sections(Object.entries(needs), async (parts) => [
      json(parts),
      "The facts:",
      json(await valueOf(storage.load(organizationId, need(parts), {}))),
    ]),
    queries: await sections(Object.entries(queriesOn(storage)), async ({ query, answer }) => [
      json(query),
      "The answer:",
      json(await valueOf(answer())),
    ]),
    limits: [
      "| what | at most |",
      "| --- | --- |",
      `| users that one command names | ${number(libraryLimits.members)}, or \`limits.members\` |`,
      `| events of one batch | ${number(libraryLimits.changes)}, or \`limits.changes\`; more if one person leaves who has more roles |`,
      "| writes of one batch | one for each event, one for the organization and one for each workspace that the events name |",
      `| bytes of an id or of a command's key | ${number(maxIdentifierBytes)} |`,
      `| bytes of a name key | ${number(largest.nameKey)} |`,
      `| words of one person; bytes of one word | about ${number(largest.wordsOfPerson)}; ${number(largest.word)} |`,
      `| words of one search; bytes of one of them | about ${number(largest.searchWords)}; ${number(largest.searchWord)} |`,
      `| bytes of one person, workspace or event as JSON | about ${number(largest.person)}, ${number(largest.workspace)} or ${number(largest.event)} |`,
      `| bytes of an outcome | about ${number(largest.outcome)} |`,
      `| characters of a fingerprint | ${number(largest.fingerprint)} |`,
      "| rows of one page | 501: the largest page of the library, and one more row to learn whether there is a next page |",
    ].join("\n"),
  };
}

const number = (value: number): string => value.toLocaleString("en");

async function played(storage: RosterStorage): Promise<string> {
  const acme = batchBuilder(storage);
  const lab = aWorkspace("lab", { status: "archived" });
  const parts: string[] = [];
  const show = async (title: string, batch: object, answer: PromiseLike<unknown>): Promise<void> => {
    parts.push(`### ${title}`, json(batch), "The outcome:", json((await answer) as object));
  };

  const first = acme.next({
    writes: [insert.organization(anOrganization()), insert.member(aMember("ada", { role: "admin" }))],
    newEvents: [memberAdded("ada")],
  });
  await show("A first batch", first, valueOf(storage.commit(first, {})));
  acme.continueAfter(first);

  const second = acme.next({
    writes: [
      insert.member(aMember("bo")),
      insert.workspace(aWorkspace("research")),
      insert.workspace(aWorkspace("lab")),
      insert.assignment(anAssignment("research", "ada", { role: "admin", sequence: 5 })),
      insert.assignment(anAssignment("research", "bo", { sequence: 6 })),
      insert.assignment(anAssignment("lab", "ada", { sequence: 7 })),
    ],
    newEvents: [
      memberAdded("bo"),
      workspaceCreated("research"),
      workspaceCreated("lab"),
      workspaceMemberAdded("research", "ada"),
      workspaceMemberAdded("research", "bo"),
      workspaceMemberAdded("lab", "ada"),
    ],
  });
  await show("Members, workspaces and assignments", second, valueOf(storage.commit(second, {})));
  await show("The same batch again", { command: second.command }, valueOf(storage.commit(second, {})));
  acme.continueAfter(second);

  const third = acme.next({ writes: [replace.workspace(lab), remove.assignment("research", "nobody")] });
  await show("A batch with a row that is not as expected", third, valueOf(storage.commit(third, {})));
  const last = acme.next({ writes: [replace.workspace(lab)] });
  await show("A replaced row", { writes: last.writes }, valueOf(storage.commit(last, {})));
  parts.push("### A deletion", json([remove.member("cy"), remove.assignment("research", "cy")]));
  return parts.join("\n\n");
}

interface Question {
  readonly query: object;
  readonly answer: () => ResultOf;
}

type ResultOf = Parameters<typeof valueOf<object>>[0];

/** The compiler asks for every list. */
function queriesOn(
  storage: RosterStorage,
): Readonly<Record<keyof RosterStorage["read"] | "events" | "prune", Question>> {
  const { read } = storage;
  const query = listQuery(organizationId, { limit: 2 });
  const inResearch = { ...query, workspaceId: workspaceId("research") };
  const ask = <Query extends object>(asked: Query, call: (asked: Query) => ResultOf): Question => ({
    query: asked,
    answer: () => call(asked),
  });
  return {
    organizationMembers: ask({ ...query, role: "admin" as const }, (asked) => read.organizationMembers(asked, {})),
    workspaceMembers: ask({ ...inResearch, role: null, after: { nameKey: "ada", id: "ada" } }, (asked) =>
      read.workspaceMembers(asked, {}),
    ),
    candidates: ask({ ...inResearch, words: ["b"] }, (asked) => read.candidates(asked, {})),
    workspaces: ask({ ...query, includeArchived: true }, (asked) => read.workspaces(asked, {})),
    workspacesOf: ask({ ...query, userId: userId("ada") }, (asked) => read.workspacesOf(asked, {})),
    events: ask({ after: 1, limit: 1, ...eventsQuery({ userId: userId("bo") }) }, ({ after, limit, ...asked }) =>
      storage.events(organizationId, after, limit, asked),
    ),
    prune: ask({ before: "2024-01-01T00:00:00.000Z", limit: 100 }, ({ before, limit }) =>
      storage.pruneCommandRecords(before, limit, {}),
    ),
  };
}

async function sections<Value>(
  entries: readonly (readonly [string, Value])[],
  bodyOf: (value: Value) => Promise<readonly string[]>,
): Promise<string> {
  const parts: string[] = [];
  for (const [name, value] of entries) parts.push(`### ${name}`, ...(await bodyOf(value)));
  return parts.join("\n\n");
}

/** The exported types of a file with their docstrings, without imports and functions. */
function declarationsOf(name: string): string {
  return textOf(`src/application/ports/${name}.ts`)
    .replaceAll(/^import [^;]*;\n/gm, "")
    .replaceAll(/^(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?(export )?(function [^]*?^\}|const [^]*?;)\n/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const json = (value: object): string => code("json", JSON.stringify(value, null, 2));

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
