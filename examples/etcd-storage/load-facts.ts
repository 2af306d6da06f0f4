import type { Facts, Need } from "workspace-roster/storage";
import { at, type Keys, under } from "./keys.ts";
import type { Read } from "./snapshot.ts";

/** The needed rows that exist: one transaction, and one more for the events that granted the assignments. */
export async function loadFacts(read: Read, keys: Keys, need: Need): Promise<Facts> {
  const { workspaceNames, workspacesNamedLike, allAssignmentsOf, maxAssignments, anyMembers, firstAdminExcept } = need;
  const limited = maxAssignments === null ? {} : { limit: maxAssignments };
  // Rows can be found by key only. If workspaces are needed by anything else, all of them are read.
  const readsAllWorkspaces = workspaceNames.length + workspacesNamedLike.length + allAssignmentsOf.length > 0;
  const found = await read({
    revision: [at(keys.revision)],
    lastSequence: [at(keys.lastSequence)],
    lastAt: [at(keys.lastAt)],
    organization: [at(keys.organization)],
    command: need.command === null ? [] : [at(keys.command(need.command))],
    // For etcd, a limit of 0 means no limit.
    member: need.members
      .map((userId) => at(keys.member(userId)))
      .concat(anyMembers === null || anyMembers === 0 ? [] : { ...under(keys.members), limit: anyMembers }),
    workspace: readsAllWorkspaces ? [under(keys.workspaces)] : need.workspaces.map((id) => at(keys.workspace(id))),
    assignment: need.assignments
      .flatMap(({ workspaceId, userIds }) => userIds.map((userId) => keys.assignment({ workspaceId, userId })))
      .map(([key]) => at(key)),
    ofUsers: allAssignmentsOf.map((userId) => ({ ...under(keys.assignmentsOf(userId)), ...limited })),
    ofOthers: need.assignmentsInSameWorkspaces.map((userId) => under(keys.assignmentsOf(userId))),
    candidate: firstAdminExcept === null ? [] : [under(keys.members)],
  });
  // Keys are encoded, so their order is not that of the ids.
  const [admin] = found.candidate
    .filter(({ role, userId }) => role === "admin" && !firstAdminExcept?.includes(userId))
    .sort((left, right) => Buffer.compare(Buffer.from(left.userId), Buffer.from(right.userId)));
  const ofAdmin =
    admin === undefined ? [] : (await read({ ofOthers: [under(keys.assignmentsOf(admin.userId))] })).ofOthers;
  const members = new Map(
    [...found.member, ...(admin === undefined ? [] : [admin])].map((each) => [each.userId, each]),
  );

  // etcd applies the limit to each range of keys, so all users together may have more.
  const ofUsers = found.ofUsers.slice(0, maxAssignments ?? Infinity);
  const places = new Set(ofUsers.map(({ workspaceId }) => workspaceId));
  const ofOthers = [...found.ofOthers, ...ofAdmin].filter(({ workspaceId }) => places.has(workspaceId));
  const unique = new Map(
    [...found.assignment, ...ofUsers, ...ofOthers].map((each) => [keys.assignment(each)[0], each]),
  );
  const assignments = [...unique.values()];

  const ids = new Set([...need.workspaces, ...places]);
  const namedLike = found.workspace.filter(({ workspaceId }) => workspacesNamedLike.includes(workspaceId));
  const names = new Set([...workspaceNames, ...namedLike.map(({ nameKey }) => nameKey)]);
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
    members: [...members.values()].map(({ nameKey: _, words: __, ...member }) => member),
    workspaces: workspaces.map(({ nameKey: _, words: __, ...workspace }) => workspace),
    assignments,
    grantingEvents: events.flat().filter(({ sequence }) => sequences.has(sequence)),
  };
}
