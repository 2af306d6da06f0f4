import type { OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import { userId, workspaceId } from "./ids.ts";

export const someTime = "2025-01-02T03:04:05.678Z";

export function anOrganization(parts: Partial<Organization> = {}): Organization {
  return { name: "Acme", memberCount: 1, adminCount: 1, activeWorkspaceCount: 0, createdAt: someTime, ...parts };
}

/** A member whose name, name key and only word are their id. */
export function aMember(id: string, parts: Partial<OrganizationMemberRecord> = {}): OrganizationMemberRecord {
  return {
    userId: userId(id),
    role: "member",
    displayName: id,
    email: `${id}@example.com`,
    nameKey: id,
    words: [id],
    ...parts,
  };
}

/** A workspace whose name, name key and only word are its id. */
export function aWorkspace(id: string, parts: Partial<WorkspaceRecord> = {}): WorkspaceRecord {
  return {
    workspaceId: workspaceId(id),
    name: id,
    description: "",
    status: "active",
    roleCounts: [],
    createdAt: someTime,
    nameKey: id,
    words: [id],
    ...parts,
  };
}

export function anAssignment(workspace: string, user: string, parts: Partial<RoleAssignment> = {}): RoleAssignment {
  return { workspaceId: workspaceId(workspace), userId: userId(user), role: "member", sequence: 1, ...parts };
}
