// A tour of workspace-roster on an SQLite file. Run it twice: the second time, everything is there already.
import { DatabaseSync } from "node:sqlite";
import type { Result } from "neverthrow";
import { createRoster, describeError, type RosterError, type WorkspaceMemberItem } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import { printHeading, printTable } from "./print-table.ts";

const file = process.argv[2] ?? "quickstart.db";
console.log("workspace-roster keeps track of who is in which workspace, and with what role.");
console.log(`This tour stores everything in the SQLite file ${file}.`);

const storage = sqliteStorage({ database: new DatabaseSync(file) });
valueOf(await storage.migrate());
const roster = createRoster({ storage });

const organizationId = "northwind";
const workspaceId = "data-platform";
const actor = { userId: "ada" }; // Ada does all of this. The roster checks that she may.

printHeading("1. Ada creates an organization and adds eleven people, each with an organization role.");
const owner = { userId: "ada", displayName: "Ada Byron" };
const organization = await roster.createOrganization({ organizationId, name: "Northwind", owner });
const people = [
  { userId: "bea", displayName: "Bea Costa", role: "billing" },
  { userId: "chidi", displayName: "Chidi Eze", role: "member" },
  { userId: "dana", displayName: "Dana Cruz", role: "member" },
  { userId: "emre", displayName: "Emre Kaya", role: "member" },
  { userId: "farah", displayName: "Farah Aziz", role: "member" },
  { userId: "goro", displayName: "Goro Abe", role: "member" },
  { userId: "hana", displayName: "Hana Novák", role: "member" },
  { userId: "ines", displayName: "Inês Prado", role: "member" },
  { userId: "jun", displayName: "Jun Park", role: "member" },
  { userId: "kofi", displayName: "Kofi Mensah", role: "member" },
  { userId: "lena", displayName: "Lena Vogel", role: "admin" },
] as const;
const hired = await roster.addOrganizationMembers({ organizationId, actor, members: people });
const everyone = valueOf(await roster.listOrganizationMembers({ organizationId, actor })).items;
printTable(everyone.map(({ displayName, role }) => ({ person: displayName, "organization role": role })));
console.log(`  Organization: ${createdOrThere(organization)}. People: ${addedOrThere(hired)}.`);

printHeading("2. She creates a workspace and adds five people in one call, each with a workspace role.");
const workspace = await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Data Platform" });
const team = [
  { userId: "bea", role: "admin" },
  { userId: "chidi", role: "member" },
  { userId: "dana", role: "member" },
  { userId: "emre", role: "admin" },
  { userId: "farah", role: "member" },
] as const;
const joined = await roster.addMembers({ organizationId, workspaceId, actor, members: team });
const members = await listMembers();
printTable(
  members.map(({ displayName, role, organizationRole }) => {
    return { person: displayName, "workspace role": role, "organization role": organizationRole };
  }),
);
console.log(`  Workspace: ${createdOrThere(workspace)}. Members: ${addedOrThere(joined)}.`);
console.log(
  "  Bea is an admin here and still has the role billing in the organization: neither role implies the other.",
);

printHeading("3. Zoe is not in the organization. A batch that includes her is refused as a whole.");
const withZoe = [
  { userId: "hana", role: "member" },
  { userId: "zoe", role: "member" },
  { userId: "ines", role: "member" },
] as const;
const batch = { organizationId, workspaceId, actor, members: withZoe };
const refused = await roster.addMembers(batch);
if (refused.isErr()) console.log(`  ${refused.error.code}: ${describeError(refused.error)}`);
console.log(`  Members before: ${members.length}. Members after: ${(await listMembers()).length}.`);

printHeading('4. With mode: "partial", the others are added. The outcome lists who was rejected, and why.');
const { added, unchanged, rejected } = valueOf(await roster.addMembers({ ...batch, mode: "partial" }));
printTable([
  ...added.map(({ userId }) => ({ user: userId, outcome: "added", why: "" })),
  ...unchanged.map(({ userId }) => ({ user: userId, outcome: "already there", why: "" })),
  ...rejected.map((rejection) => ({ user: rejection.userId, outcome: "rejected", why: describeError(rejection) })),
]);

printHeading("5. Hana finds the workspace in her own list at once. She has no invitation to accept.");
const { items: workspaces } = valueOf(await roster.workspacesOf({ organizationId, userId: "hana" }));
printTable(workspaces.map(({ name, role }) => ({ workspace: name, "her role": role })));

console.log(`\nRun the tour again: it finds all of this in ${file} and adds nobody twice.`);
console.log("To start over, delete the file.");

async function listMembers(): Promise<readonly WorkspaceMemberItem[]> {
  return valueOf(await roster.listMembers({ organizationId, workspaceId, actor })).items;
}

/** The value of a result. An error ends the tour. */
function valueOf<Value>(result: Result<Value, RosterError>): Value {
  if (result.isOk()) return result.value;
  console.error(describeError(result.error, { withCause: true }));
  process.exit(1);
}

function createdOrThere(created: Result<unknown, RosterError>): string {
  if (created.isErr() && created.error.code.endsWith("_already_exists")) return "already there";
  valueOf(created);
  return "created";
}

function addedOrThere(
  outcome: Result<{ readonly added: readonly unknown[]; readonly unchanged: readonly unknown[] }, RosterError>,
): string {
  const { added: now, unchanged: before } = valueOf(outcome);
  return `${now.length} added, ${before.length} already there`;
}
