import type { Need } from "../../application/ports/need.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import { withFirstAdmin } from "./first-admin.ts";
import type { Reference } from "./reference.ts";

type Given = readonly RoleAssignment[];

/** The facts that a need asks for, found by checking every row. */
export function factsFor({ facts }: Reference, asked: Need): OrganizationFacts {
  const need = withFirstAdmin(facts.members.values(), asked);
  const given = givenIn(facts, need);
  const anybody = new Set([...facts.members.keys()].slice(0, need.anyMembers ?? 0));
  return {
    ...facts,
    members: where(facts.members, ({ userId }) => need.members.includes(userId) || anybody.has(userId)),
    workspaces: where(facts.workspaces, (workspace) => isNeeded(workspace, facts, need, given)),
    assignments: where(facts.assignments, (assignment) => isAsked(assignment, need, given)),
  };
}

/** The events that granted these assignments. */
export function grantsOf({ events }: Reference, { assignments }: OrganizationFacts): readonly RosterEvent[] {
  const sequences = new Set([...assignments.values()].map(({ sequence }) => sequence));
  return events.filter(({ sequence }) => sequences.has(sequence));
}

/** The assignments of the users in `allAssignmentsOf`, at most `maxAssignments` of them. */
function givenIn({ assignments }: OrganizationFacts, need: Need): Given {
  const theirs = [...assignments.values()].filter(({ userId }) => need.allAssignmentsOf.includes(userId));
  return theirs.slice(0, need.maxAssignments ?? theirs.length);
}

function isNeeded(
  { workspaceId, name, status }: Workspace,
  facts: OrganizationFacts,
  need: Need,
  given: Given,
): boolean {
  const key = nameKey(name);
  const namesakes = need.workspacesNamedLike.map((id) => nameKey(facts.workspaces.get(id)?.name ?? ""));
  return (
    need.workspaces.includes(workspaceId) ||
    (status === "active" && [...need.workspaceNames, ...namesakes].includes(key)) ||
    isTheirs(workspaceId, given)
  );
}

function isAsked(assignment: RoleAssignment, need: Need, given: Given): boolean {
  const { workspaceId, userId } = assignment;
  return (
    given.includes(assignment) ||
    (need.assignmentsInSameWorkspaces.includes(userId) && isTheirs(workspaceId, given)) ||
    need.assignments.some((asked) => asked.workspaceId === workspaceId && asked.userIds.includes(userId))
  );
}

/** Whether one of these assignments is in the workspace. */
function isTheirs(workspaceId: WorkspaceId, given: Given): boolean {
  return given.some((assignment) => assignment.workspaceId === workspaceId);
}

function where<Key, Value>(
  table: ReadonlyMap<Key, Value>,
  isWanted: (value: Value) => boolean,
): ReadonlyMap<Key, Value> {
  return new Map([...table].filter(([, value]) => isWanted(value)));
}
