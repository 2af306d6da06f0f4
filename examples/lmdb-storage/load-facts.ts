import type { Facts, Need, OrganizationMemberRecord, RoleAssignment, WorkspaceRecord } from "workspace-roster/storage";
import { keyOf, rowsOf, type Tables, take } from "./tables.ts";

/** Runs in one turn of the event loop, in which LMDB reads everything from one snapshot. */
export function loadFacts(tables: Tables, organizationId: string, need: Need): Facts {
  const key = (...ids: readonly (string | number)[]): Uint8Array => keyOf(organizationId, ...ids);
  const workspaceOf = (id: string) => tables.workspace.get(key(id));
  const roles = (workspaceId: string, userIds: readonly string[]) =>
    userIds.map((userId) => tables.role_assignment.get(key(workspaceId, userId)));
  function* allRolesOf(userIds: readonly string[]): Generator<RoleAssignment> {
    for (const userId of new Set(userIds)) yield* rowsOf(tables.assignment_of_user, [organizationId, userId]);
  }

  const except = need.firstAdminExcept && new Set(need.firstAdminExcept);
  const isAdmin = (member: OrganizationMemberRecord) => member.role === "admin" && except?.has(member.userId) === false;
  const admins = take(except ? 1 : 0, rowsOf(tables.organization_member, [organizationId]), isAdmin);
  const some = take(need.anyMembers ?? 0, rowsOf(tables.organization_member, [organizationId]));
  const members = [...need.members.map((id) => tables.organization_member.get(key(id))), ...some, ...admins];

  const ofUsers = take(need.maxAssignments ?? Infinity, allRolesOf(need.allAssignmentsOf));
  const workspaceIds = ofUsers.map(({ workspaceId }) => workspaceId);
  const alsoThere = [...need.assignmentsInSameWorkspaces, ...admins.map(({ userId }) => userId)];
  const inWorkspaces = need.assignments.flatMap(({ workspaceId, userIds }) => roles(workspaceId, userIds));
  const assignments = unique([...ofUsers, ...inWorkspaces, ...workspaceIds.flatMap((id) => roles(id, alsoThere))]);

  const names = new Set([...need.workspaceNames, ...need.workspacesNamedLike.map((id) => workspaceOf(id)?.nameKey)]);
  const isNamed = ({ nameKey, status }: WorkspaceRecord) => status === "active" && names.has(nameKey);
  const named = take(names.size && Infinity, rowsOf(tables.workspace, [organizationId]), isNamed);
  const workspaces = [...[...need.workspaces, ...workspaceIds].map(workspaceOf), ...named];

  return {
    ...(tables.guard.get(key()) ?? { revision: 0, lastSequence: 0, lastAt: null }),
    organization: tables.organization.get(key()) ?? null,
    command: need.command === null ? null : (tables.command.get(key(need.command)) ?? null),
    members: unique(members).map(({ nameKey: _, words: __, ...member }) => member),
    workspaces: unique(workspaces).map(({ nameKey: _, words: __, ...workspace }) => workspace),
    assignments,
    grantingEvents: unique(
      need.grantingEvents ? assignments.map(({ sequence }) => tables.event.get(key(sequence))) : [],
    ),
  };
}

/** The rows that exist, each once: a row that was read twice is the same JSON. */
function unique<Row>(rows: readonly (Row | undefined)[]): readonly Row[] {
  return [...new Map(rows.filter((row) => row !== undefined).map((row) => [JSON.stringify(row), row])).values()];
}
