import type { OrganizationId } from "../../domain/values/ids.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import { assignmentKey } from "../../domain/role-assignment/role-assignment.ts";
import type { Facts } from "../ports/need.ts";

/** The rows of a store as tables by key, in which decisions look them up. */
export function indexFacts(organizationId: OrganizationId, facts: Facts): OrganizationFacts {
  return {
    organizationId,
    revision: facts.revision,
    lastSequence: facts.lastSequence,
    lastAt: facts.lastAt,
    organization: facts.organization,
    members: new Map(facts.members.map((member) => [member.userId, member])),
    workspaces: new Map(facts.workspaces.map((workspace) => [workspace.workspaceId, workspace])),
    assignments: new Map(
      facts.assignments.map((assignment) => [assignmentKey(assignment.workspaceId, assignment.userId), assignment]),
    ),
  };
}
