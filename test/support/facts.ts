import type { Organization } from "../../src/domain/organization/organization.ts";
import type { OrganizationMember } from "../../src/domain/organization/organization-member.ts";
import type { OrganizationRole } from "../../src/domain/organization/organization-role.ts";
import {
  assignmentKey,
  type RoleAssignment,
  type MemberRole,
} from "../../src/domain/role-assignment/role-assignment.ts";
import type { UserId, WorkspaceId } from "../../src/domain/values/ids.ts";
import type { OrganizationFacts } from "../../src/domain/facts/organization-facts.ts";
import { countRole, type RoleCounts } from "../../src/domain/workspace/role-counts.ts";
import type { Workspace } from "../../src/domain/workspace/workspace.ts";
import { acme, ada, asWorkspaceId, web } from "./ids.ts";

export const longAgo = "2025-01-02T03:04:05.678Z";

/** An organization member; the organization role does not matter if only an id is given. */
type Colleague = UserId | OrganizationMember;

export interface FactsParts {
  readonly organizationMembers?: readonly Colleague[];
  readonly workspaces?: readonly Workspace[];
  /** In the workspace `web`, or in the given one. */
  readonly assignments?: readonly (MemberRole & { readonly workspaceId?: WorkspaceId })[];
  readonly organization?: Partial<Organization>;
  readonly revision?: number;
  readonly lastSequence?: number;
  readonly lastAt?: string | null;
}

/** The organization `acme` with the ordinary member `ada` and the workspace `web`. Counts follow from the rows. */
export function workspaceFacts({
  organizationMembers = [ada],
  workspaces = [aWorkspace()],
  assignments = [],
  organization = {},
  revision = 7,
  lastSequence = 100,
  lastAt = longAgo,
}: FactsParts = {}): OrganizationFacts {
  const members = organizationMembers.map(toMember);
  const rows = assignments.map(({ workspaceId = web, userId, role }, index): RoleAssignment => ({
    workspaceId,
    userId,
    role,
    sequence: index + 1,
  }));
  return {
    organizationId: acme,
    revision,
    lastSequence,
    lastAt,
    organization: {
      name: "Acme",
      memberCount: members.length,
      adminCount: members.filter(({ role }) => role === "admin").length,
      activeWorkspaceCount: workspaces.filter(({ status }) => status === "active").length,
      createdAt: longAgo,
      ...organization,
    },
    members: new Map(members.map((member) => [member.userId, member])),
    workspaces: new Map(
      workspaces.map((workspace) => [
        workspace.workspaceId,
        { ...workspace, roleCounts: countsOf(rows.filter(({ workspaceId }) => workspaceId === workspace.workspaceId)) },
      ]),
    ),
    assignments: new Map(rows.map((row) => [assignmentKey(row.workspaceId, row.userId), row])),
  };
}

export function aWorkspace(parts: Partial<Workspace> = {}): Workspace {
  return {
    workspaceId: web,
    name: "Web",
    description: "",
    status: "active",
    roleCounts: [],
    createdAt: longAgo,
    ...parts,
  };
}

export const archived = (parts: Partial<Workspace> = {}): Workspace => aWorkspace({ status: "archived", ...parts });
export const ops = aWorkspace({ workspaceId: asWorkspaceId("ops"), name: "Ops" });

export function aColleague(userId: UserId, role: OrganizationRole = "member"): OrganizationMember {
  return { userId, role, displayName: `Name of ${userId}`, email: `${userId}@example.com` };
}

export const organizationAdmin = (userId: UserId): OrganizationMember => aColleague(userId, "admin");
export const billing = (userId: UserId): OrganizationMember => aColleague(userId, "billing");

export const holder = <Role extends string>(role: Role, userId: UserId): MemberRole<Role> => ({ userId, role });
export const admin = (userId: UserId): MemberRole<"admin"> => holder("admin", userId);
export const member = (userId: UserId): MemberRole<"member"> => holder("member", userId);

function toMember(colleague: Colleague): OrganizationMember {
  return typeof colleague === "string" ? aColleague(colleague) : colleague;
}

function countsOf(rows: readonly RoleAssignment[]): RoleCounts {
  return rows.reduce<RoleCounts>((counts, { role }) => countRole(counts, role, 1), []);
}
