import type { Facts, Need } from "workspace-roster/storage";
import { at, type Keys, under } from "./keys.ts";
import type { Read } from "./snapshot.ts";

/** The rows that a need names and that exist: one transaction, and one more for the events that gave the assignments. */
export async function loadFacts(read: Read, keys: Keys, need: Need): Promise<Facts> {
  const {
    workspaceNames,
    workspacesNamedLike: workspacesNamedLike,
    allAssignmentsOf: assignmentsOf,
    maxAssignments: maxAssignments,
    anyMembers: everyone,
  } = need;
  const most = maxAssignments === null ? {} : { limit: maxAssignments };
  // Only a key finds a row. Workspaces that are wanted by anything else are found by looking at all of them.
  const readsAllWorkspaces = workspaceNames.length + workspacesNamedLike.length + assignmentsOf.length > 0;
  const found = await read({
    revision: [at(keys.revision)],
    lastSequence: [at(keys.lastSequence)],
    lastAt: [at(keys.lastAt)],
    organization: [at(keys.organization)],
    command: need.command === null ? [] : [at(keys.command(need.command))],
    // To etcd a limit of 0 is no limit.
    member: need.members
      .map((userId) => at(keys.member(userId)))
      .concat(everyone === null || everyone === 0 ? [] : { ...under(keys.members), limit: everyone }),
    workspace: readsAllWorkspaces ? [under(keys.workspaces)] : need.workspaces.map((id) => at(keys.workspace(id))),
    assignment: need.assignments
      .flatMap(({ workspaceId, userIds }) => userIds.map((userId) => keys.assignment({ workspaceId, userId })))
      .map(([key]) => at(key)),
    given: assignmentsOf.map((userId) => ({ ...under(keys.assignmentsOf(userId)), ...most })),
    beside: need.assignmentsInSameWorkspaces.map((userId) => under(keys.assignmentsOf(userId))),
  });

  // A limit holds for each range of keys, so the users together may have more.
  const given = found.given.slice(0, maxAssignments ?? Infinity);
  const places = new Set(given.map(({ workspaceId }) => workspaceId));
  const beside = found.beside.filter(({ workspaceId }) => places.has(workspaceId));
  const unique = new Map([...found.assignment, ...given, ...beside].map((each) => [keys.assignment(each)[0], each]));
  const assignments = [...unique.values()];

  const ids = new Set([...need.workspaces, ...places]);
  const namesakes = found.workspace.filter(({ workspaceId }) => workspacesNamedLike.includes(workspaceId));
  const names = new Set([...workspaceNames, ...namesakes.map(({ nameKey }) => nameKey)]);
  const workspaces = found.workspace.filter(
    ({ workspaceId, status, nameKey }) => ids.has(workspaceId) || (status === "active" && names.has(nameKey)),
  );

  const sequences = new Set(need.grantingEvents ? assignments.map(({ sequence }) => sequence) : []);
  const firstFrom = (sequence: number) => ({ ...under(keys.events, keys.eventsUpTo(sequence)), limit: 1 });
  const { events } = await read({ events: [...sequences].map(firstFrom) });
  return {
    revision: found.revision[0] ?? 0,
    lastSequence: found.lastSequence[0] ?? 0,
    lastAt: found.lastAt[0] ?? null,
    organization: found.organization[0] ?? null,
    command: found.command[0] ?? null,
    members: found.member.map(({ nameKey: _, words: __, ...member }) => member),
    workspaces: workspaces.map(({ nameKey: _, words: __, ...workspace }) => workspace),
    assignments,
    grantingEvents: events.flat().filter(({ sequence }) => sequences.has(sequence)),
  };
}
