import type { Need } from "../../application/ports/need.ts";
import type { RosterEvent } from "../../domain/shared/event.ts";
import { nameKey } from "../../domain/shared/name-key.ts";
import type { WorkspaceId } from "../../domain/shared/ids.ts";
import type { OrganizationFacts } from "../../domain/shared/organization-facts.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import type { Reference } from "./reference.ts";

/** Of all facts those that a need names, found by looking at every one. */
export function factsFor({ facts }: Reference, need: Need): OrganizationFacts {
  const anybody = new Set([...facts.members.keys()].slice(0, need.everyone ?? 0));
  return {
    ...facts,
    members: where(facts.members, ({ userId }) => need.members.includes(userId) || anybody.has(userId)),
    workspaces: where(facts.workspaces, (workspace) => isNeeded(workspace, facts, need)),
    assignments: where(facts.assignments, (assignment) => isAsked(assignment, facts, need)),
  };
}

/** The events that gave these assignments. */
export function grantsOf({ events }: Reference, { assignments }: OrganizationFacts): readonly RosterEvent[] {
  const sequences = new Set([...assignments.values()].map(({ sequence }) => sequence));
  return events.filter(({ sequence }) => sequences.has(sequence));
}

function isNeeded({ workspaceId, name, status }: Workspace, facts: OrganizationFacts, need: Need): boolean {
  const key = nameKey(name);
  const namesakes = need.namesakesOf.map((id) => nameKey(facts.workspaces.get(id)?.name ?? ""));
  return (
    need.workspaces.includes(workspaceId) ||
    (status === "active" && [...need.workspaceNames, ...namesakes].includes(key)) ||
    isTheirs(workspaceId, facts, need)
  );
}

function isAsked({ workspaceId, userId }: RoleAssignment, facts: OrganizationFacts, need: Need): boolean {
  return (
    need.assignmentsOf.includes(userId) ||
    (need.assignmentsBeside.includes(userId) && isTheirs(workspaceId, facts, need)) ||
    need.assignments.some((asked) => asked.workspaceId === workspaceId && asked.userIds.includes(userId))
  );
}

/** Whether one of those all of whose assignments are wanted has one in this workspace. */
function isTheirs(workspaceId: WorkspaceId, { assignments }: OrganizationFacts, { assignmentsOf }: Need): boolean {
  return [...assignments.values()].some(
    (assignment) => assignment.workspaceId === workspaceId && assignmentsOf.includes(assignment.userId),
  );
}

function where<Key, Value>(
  table: ReadonlyMap<Key, Value>,
  isWanted: (value: Value) => boolean,
): ReadonlyMap<Key, Value> {
  return new Map([...table].filter(([, value]) => isWanted(value)));
}
