import type { ResultAsync } from "neverthrow";
import { createRoster, type Roster } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { valueOf } from "../acme-roster.ts";

const organizationId = "acme";
const workspaceId = "lab";
const actor = { userId: "ada" };
const to = { organizationId, actor } as const;
const inLab = { ...to, workspaceId } as const;

/** A call with its title, which begins with its method. Operations of earlier calls are in `operations`. */
type RosterCall = readonly [title: string, call: (roster: Roster, operations: string[]) => Promise<unknown>];

/** Every method of the roster, in an order in which each call has something to do. */
const calls: readonly RosterCall[] = [
  [
    "createOrganization",
    (roster) => done(roster.createOrganization({ organizationId, name: "Acme", owner: person("ada") })),
  ],
  ["updateOrganization", (roster) => done(roster.updateOrganization({ ...to, name: "Acme Ltd" }))],
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
  ["getOrganization", (roster) => done(roster.getOrganization(to))],
  ["getWorkspace", (roster) => done(roster.getWorkspace(inLab))],
  ["can", (roster) => done(roster.can({ organizationId, workspaceId, userId: "ada", permission: "resources:use" }))],
  [
    "accessMany",
    (roster) => done(roster.accessMany({ organizationId, workspaceIds: [workspaceId, "all"], userIds: ["ada", "bo"] })),
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

/** Methods that send no statements of their own: those of `changes` are those of `events`. */
const others = ["preview", "changes", "maintenance"];

/**
 * Makes every call on the storage, and returns the statements that each added to `texts`. Fails if a method of the roster
 * is not called.
 */
export async function statementsOfEveryCall(
  storage: RosterStorage,
  texts: string[],
): Promise<readonly { readonly title: string; readonly statements: readonly string[] }[]> {
  const roster = createRoster({ storage });
  const called = new Set(calls.map(([title]) => title.split(/[ ,]/)[0]));
  const missing = Object.keys(roster).filter((method) => !called.has(method) && !others.includes(method));
  if (missing.length > 0) throw new Error(`Add to the calls whose statements are written out: ${missing.join(", ")}.`);

  const prune = () => done(storage.pruneCommandRecords("2026-01-01T00:00:00.000Z", 100, {}));
  const operations: string[] = [];
  const recorded = [];
  for (const [title, call] of [...calls, ["pruneIdempotencyKeys", prune] as const]) {
    texts.length = 0;
    await call(roster, operations);
    recorded.push({ title, statements: [...texts] });
  }
  return recorded;
}

function person(userId: string) {
  return { userId, displayName: userId, email: `${userId}@example.com` };
}

async function done(result: ResultAsync<unknown, unknown>): Promise<unknown> {
  return valueOf(await result);
}
