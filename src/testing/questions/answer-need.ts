import type { Facts, Need } from "../../application/ports/need.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import { memberOf, workspaceOf } from "../builders/expected-rows.ts";
import { sortedFacts } from "../expectations.ts";
import { withFirstAdmin } from "../reference/first-admin.ts";
import type { Rows } from "./rows.ts";

/**
 * The facts that a need asks for, sorted. If the port leaves a choice (`anyMembers`, `maxAssignments`), a choice of the
 * answer that the port allows is the right one.
 */
export function answerNeed(rows: Rows, asked: Need, answer: Facts): Facts {
  const need = withFirstAdmin(rows.members, asked);
  const ofUsers = chosenAssignments(rows, need, answer);
  const chosen = new Set(ofUsers);
  const theirs = new Set(ofUsers.map(({ workspaceId }) => workspaceId));
  const assignments = rows.assignments.filter(
    (each) =>
      chosen.has(each) ||
      need.assignments.some((part) => part.workspaceId === each.workspaceId && part.userIds.includes(each.userId)) ||
      (theirs.has(each.workspaceId) && need.assignmentsInSameWorkspaces.includes(each.userId)),
  );
  const alike = rows.workspaces
    .filter(({ workspaceId }) => need.workspacesNamedLike.includes(workspaceId))
    .map(({ nameKey }) => nameKey);
  const names = [...need.workspaceNames, ...alike];
  const workspaces = rows.workspaces.filter(
    ({ workspaceId, status, nameKey }) =>
      need.workspaces.includes(workspaceId) ||
      theirs.has(workspaceId) ||
      (status === "active" && names.includes(nameKey)),
  );
  const granted = new Set(assignments.map(({ sequence }) => sequence));
  return sortedFacts({
    revision: rows.revision,
    lastSequence: rows.lastSequence,
    lastAt: rows.lastAt,
    organization: rows.organization,
    command: rows.commands.find(({ key }) => key === need.command) ?? null,
    members: chosenMembers(rows, need, answer),
    workspaces: workspaces.map(workspaceOf),
    assignments,
    grantingEvents: need.grantingEvents ? rows.events.filter(({ sequence }) => granted.has(sequence)) : [],
  });
}

/** The named members, and as many others as the answer has if the port allows that number. */
function chosenMembers({ members }: Rows, need: Need, answer: Facts): readonly OrganizationMember[] {
  const isNamed = ({ userId }: OrganizationMember): boolean => need.members.includes(userId);
  const named = members.filter(isNamed);
  const asked = Math.min(need.anyMembers ?? 0, members.length);
  const answeredIds = new Set(answer.members.map(({ userId }) => userId));
  const answered = members.filter((each) => isNamed(each) || answeredIds.has(each.userId));
  const isAllowed = answered.length >= asked && answered.length <= named.length + asked;
  const others = members.filter((each) => !isNamed(each));
  const chosen = isAllowed ? answered : [...named, ...others.slice(0, Math.max(0, asked - named.length))];
  return chosen.map(memberOf);
}

/** All assignments of the users, or as many as may be returned, chosen by the answer. */
function chosenAssignments(rows: Rows, need: Need, answer: Facts): readonly RoleAssignment[] {
  const all = rows.assignments.filter(({ userId }) => need.allAssignmentsOf.includes(userId));
  const most = need.maxAssignments ?? all.length;
  if (most >= all.length) return all;
  const answered = all.filter((each) =>
    answer.assignments.some(({ workspaceId, userId }) => workspaceId === each.workspaceId && userId === each.userId),
  );
  return answered.length === most ? answered : all.slice(0, most);
}
