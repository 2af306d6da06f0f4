// A tour of workspace-roster on a SQLite file. Run it twice: the second time it finds everything there already.
import { DatabaseSync } from "node:sqlite";
import type { Result } from "neverthrow";
import { createRoster, describeError, type WorkspaceMemberItem } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import { printHeading, printTable } from "./print-table.ts";
import { valueOf } from "./value-of.ts";

const file = process.argv[2] ?? "quickstart.db";
console.log(`workspace-roster answers "who is in which workspace, with what role?" and changes the answer safely.`);
console.log(`This is a tour of it, on the SQLite file ${file}.`);

const storage = sqliteStorage({ database: new DatabaseSync(file) });
valueOf(await storage.migrate());
const roster = createRoster({ storage });

const organizationId = "northwind";
const workspaceId = "data-platform";
const actor = { userId: "ada" }; // Who does all this. Every command is judged by what its actor may do.

printHeading("1. Ada founds an organization of a dozen people. Each has an organization role.");
const owner = { userId: "ada", displayName: "Ada Byron" };
const founded = await roster.createOrganization({ organizationId, name: "Northwind", owner });
if (founded.isErr() && founded.error.code !== "organization_already_exists") valueOf(founded);
const newcomers = [
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
const hired = valueOf(await roster.addOrganizationMembers({ organizationId, actor, members: newcomers }));
const people = valueOf(await roster.listOrganizationMembers({ organizationId, actor }));
printTable(people.items.map(({ displayName, role }) => ({ person: displayName, "organization role": role })));
console.log(
  `  Organization: ${found(founded)}. People: ${hired.added.length} added, ${hired.unchanged.length} already there.`,
);

printHeading("2. She makes a workspace and adds five of them at once, each with a workspace role of their own.");
const made = await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Data Platform" });
if (made.isErr() && made.error.code !== "workspace_already_exists") valueOf(made);
const five = [
  { userId: "bea", role: "admin" },
  { userId: "chidi", role: "member" },
  { userId: "dana", role: "member" },
  { userId: "emre", role: "admin" },
  { userId: "farah", role: "member" },
] as const;
const joined = valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members: five }));
const members = await workspaceMembers();
printTable(
  members.map(({ displayName, role, organizationRole }) => {
    return { person: displayName, "workspace role": role, "organization role": organizationRole };
  }),
);
console.log(
  `  Workspace: ${found(made)}. Members: ${joined.added.length} added, ${joined.unchanged.length} already there.`,
);
console.log("  Bea is an admin here and still billing in the organization: neither role follows from the other.");

printHeading("3. Zoe is not in the organization. A batch that names her is refused as a whole.");
const withStranger = [
  { userId: "hana", role: "member" },
  { userId: "zoe", role: "member" },
  { userId: "ines", role: "member" },
] as const;
const batch = { organizationId, workspaceId, actor, members: withStranger };
const refused = await roster.addMembers(batch);
if (refused.isErr()) console.log(`  ${refused.error.code}: ${describeError(refused.error)}`);
console.log(`  Members before: ${members.length}. Members after: ${(await workspaceMembers()).length}.`);

printHeading('4. With mode: "partial" the others are added, and the outcome says who was not, and why.');
const { added, unchanged, rejected } = valueOf(await roster.addMembers({ ...batch, mode: "partial" }));
printTable([
  ...added.map(({ userId }) => ({ user: userId, outcome: "added", why: "" })),
  ...unchanged.map(({ userId }) => ({ user: userId, outcome: "already there", why: "" })),
  ...rejected.map((rejection) => ({ user: rejection.userId, outcome: "rejected", why: describeError(rejection) })),
]);

printHeading("5. Hana sees the workspace in her own list at once. There is no invitation to accept.");
const { items: workspaces } = valueOf(await roster.workspacesOf({ organizationId, userId: "hana" }));
printTable(workspaces.map(({ name, role }) => ({ workspace: name, "her role": role })));
console.log(`\nAll of it is in ${file} now. Run this again: it goes on from there, and nothing is added twice.`);

async function workspaceMembers(): Promise<readonly WorkspaceMemberItem[]> {
  return valueOf(await roster.listMembers({ organizationId, workspaceId, actor })).items;
}

function found(created: Result<unknown, unknown>): string {
  return created.isOk() ? "created" : "already there";
}
