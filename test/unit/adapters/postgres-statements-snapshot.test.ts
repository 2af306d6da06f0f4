import type { ResultAsync } from "neverthrow";
import { expect, it } from "vitest";
import { createRoster, type Roster } from "../../../src/index.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { postgresStorage } from "../../../src/postgres.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { expectedVersion } from "../../../src/adapters/postgres/schema/migrations.ts";
import { valueOf } from "../../support/acme-roster.ts";

const snapshot = "../../snapshots/postgres-statements.sql";
const head = `-- The statements that the PostgreSQL storage sends for each call of the roster, in this order.
--
-- Made by test/unit/adapters/postgres-statements-snapshot.test.ts, with \`vitest run -u\`. Do not edit.
-- The text of a statement depends on the kinds of things that a call reads and writes, never on their number.
`;

const organizationId = "acme";
const workspaceId = "lab";
const actor = { userId: "ada" };
const to = { organizationId, actor } as const;
const inLab = { ...to, workspaceId } as const;

/** Every kind of call, in an order in which each one has something to do. */
const calls: readonly (readonly [title: string, call: (roster: Roster, operations: string[]) => Promise<unknown>])[] = [
  [
    "createOrganization",
    (roster) => done(roster.createOrganization({ organizationId, name: "Acme", owner: person("ada") })),
  ],
  [
    "addOrganizationMembers",
    (roster) =>
      done(
        roster.addOrganizationMembers({
          ...to,
          members: ["bo", "cy"].map((id) => ({ ...person(id), role: "member" as const })),
        }),
      ),
  ],
  [
    "updateProfiles, with a new name",
    (roster) => done(roster.updateProfiles({ ...to, members: [{ userId: "bo", displayName: "Bob" }] })),
  ],
  [
    "changeOrganizationRoles",
    (roster) => done(roster.changeOrganizationRoles({ ...to, members: [{ userId: "bo", role: "billing" }] })),
  ],
  ["createWorkspace", (roster) => done(roster.createWorkspace({ ...inLab, name: "Lab" }))],
  [
    "createWorkspace with addEveryone",
    (roster) => done(roster.createWorkspace({ ...to, workspaceId: "all", name: "All", addEveryone: true })),
  ],
  ["updateWorkspace", (roster) => done(roster.updateWorkspace({ ...inLab, name: "Laboratory" }))],
  [
    "addMembers",
    async (roster, operations) => {
      const added = await done(roster.addMembers({ ...inLab, members: [{ userId: "bo", role: "member" }] }));
      operations.push((added as { readonly operationId: string }).operationId);
    },
  ],
  [
    "addMembers with an idempotency key",
    (roster) =>
      done(roster.addMembers({ ...inLab, members: [{ userId: "cy", role: "member" }], idempotencyKey: "key-1" })),
  ],
  ["undoAddMembers", (roster, [operationId = ""]) => done(roster.undoAddMembers({ ...to, operationId }))],
  ["changeRoles", (roster) => done(roster.changeRoles({ ...inLab, members: [{ userId: "cy", role: "admin" }] }))],
  [
    "setMembers",
    (roster) =>
      done(
        roster.setMembers({
          ...inLab,
          members: [
            { userId: "ada", role: "admin" },
            { userId: "bo", role: "admin" },
          ],
        }),
      ),
  ],
  ["removeMembers", (roster) => done(roster.removeMembers({ ...inLab, userIds: ["bo"] }))],
  [
    "leaveWorkspace",
    (roster) => done(roster.leaveWorkspace({ organizationId, workspaceId: "all", actor: { userId: "bo" } })),
  ],
  ["archiveWorkspace", (roster) => done(roster.archiveWorkspace(inLab))],
  ["restoreWorkspace", (roster) => done(roster.restoreWorkspace(inLab))],
  ["removeOrganizationMembers", (roster) => done(roster.removeOrganizationMembers({ ...to, userIds: ["cy"] }))],
  [
    "removeOrganizationMembers with the first organization admin as successor",
    (roster) =>
      done(
        roster.removeOrganizationMembers({
          ...to,
          userIds: ["nobody"],
          successor: "organization_admin",
          mode: "partial",
          idempotencyKey: "key-2",
        }),
      ),
  ],
  [
    "removeOrganizationMembers with a successor",
    (roster) => done(roster.removeOrganizationMembers({ ...to, userIds: ["bo"], successor: "ada" })),
  ],
  ["access", (roster) => done(roster.access({ organizationId, workspaceId, userId: "ada" }))],
  ["listMembers", (roster) => done(roster.listMembers(inLab))],
  ["listMembers of one role", (roster) => done(roster.listMembers({ ...inLab, role: "admin" }))],
  ["listMembers with a search", (roster) => done(roster.listMembers({ ...inLab, search: "ad" }))],
  [
    "listMembers of one role with a search",
    (roster) => done(roster.listMembers({ ...inLab, role: "admin", search: "ad" })),
  ],
  ["candidates", (roster) => done(roster.candidates(inLab))],
  ["candidates with a search", (roster) => done(roster.candidates({ ...inLab, search: "ad" }))],
  ["listOrganizationMembers", (roster) => done(roster.listOrganizationMembers(to))],
  ["listOrganizationMembers of one role", (roster) => done(roster.listOrganizationMembers({ ...to, role: "admin" }))],
  ["listOrganizationMembers with a search", (roster) => done(roster.listOrganizationMembers({ ...to, search: "ad" }))],
  [
    "listOrganizationMembers with a search for four words",
    (roster) => done(roster.listOrganizationMembers({ ...to, search: "a b c d" })),
  ],
  ["listWorkspaces", (roster) => done(roster.listWorkspaces(to))],
  ["listWorkspaces with archived ones", (roster) => done(roster.listWorkspaces({ ...to, includeArchived: true }))],
  ["listWorkspaces with a search", (roster) => done(roster.listWorkspaces({ ...to, search: "la" }))],
  ["workspacesOf", (roster) => done(roster.workspacesOf({ organizationId, userId: "ada" }))],
  ["events", (roster) => done(roster.events(to))],
  ["events of a workspace", (roster) => done(roster.events({ ...to, workspaceId }))],
  ["events of a user", (roster) => done(roster.events({ ...to, userId: "bo" }))],
  ["events of a user in a workspace", (roster) => done(roster.events({ ...to, workspaceId, userId: "bo" }))],
  ["events of an operation", (roster, [operationId = ""]) => done(roster.events({ ...to, operationId }))],
];

it("sends the statements in test/snapshots/postgres-statements.sql, which `vitest -u` refreshes", async () => {
  const texts: string[] = [];
  const operations: string[] = [];
  const { storage, prune } = withRecordedStatements(texts);
  const roster = createRoster({ storage });

  const sections: string[] = [];
  for (const [title, call] of [...calls, ["pruneIdempotencyKeys", prune] as const]) {
    texts.length = 0;
    await call(roster, operations);
    sections.push(
      ...texts.map(
        (text, index) => `-- ${title}${texts.length > 1 ? ` (${index + 1} of ${texts.length})` : ""}\n${text};\n`,
      ),
    );
  }

  await expect(`${head}\n${sections.join("\n")}`).toMatchFileSnapshot(snapshot);
});

function person(userId: string) {
  return { userId, displayName: userId, email: `${userId}@example.com` };
}

async function done(result: ResultAsync<unknown, unknown>): Promise<unknown> {
  return valueOf(await result);
}

/** Memory answers. The PostgreSQL storage gets the same calls, and its statements are recorded instead of sent. */
function withRecordedStatements(texts: string[]) {
  const memory = memoryStorage();
  const postgres = postgresStorage({
    client: {
      query(text) {
        if (!text.includes("roster_migration") && !text.includes("to_regclass")) texts.push(text);
        return Promise.resolve({ rows: [{ present: "true", version: String(expectedVersion), guard_moved: "1" }] });
      },
    },
  });
  const storage: RosterStorage = {
    limits: memory.limits,
    load: (...args) => postgres.load(...args).andThen(() => memory.load(...args)),
    commit: (...args) => postgres.commit(...args).andThen(() => memory.commit(...args)),
    events: (...args) => postgres.events(...args).andThen(() => memory.events(...args)),
    pruneCommandRecords: (...args) =>
      postgres.pruneCommandRecords(...args).andThen(() => memory.pruneCommandRecords(...args)),
    read: {
      organizationMembers: (...args) =>
        postgres.read.organizationMembers(...args).andThen(() => memory.read.organizationMembers(...args)),
      workspaceMembers: (...args) =>
        postgres.read.workspaceMembers(...args).andThen(() => memory.read.workspaceMembers(...args)),
      candidates: (...args) => postgres.read.candidates(...args).andThen(() => memory.read.candidates(...args)),
      workspaces: (...args) => postgres.read.workspaces(...args).andThen(() => memory.read.workspaces(...args)),
      workspacesOf: (...args) => postgres.read.workspacesOf(...args).andThen(() => memory.read.workspacesOf(...args)),
    },
  };
  const prune = () => done(storage.pruneCommandRecords("2026-01-01T00:00:00.000Z", 100, {}));
  return { storage, prune };
}
