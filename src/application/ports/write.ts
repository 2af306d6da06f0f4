import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "./records.ts";

/**
 * One row to change. `must` says how the core saw the row when it decided; where the store sees otherwise, something
 * outside the library wrote to it, and the commit is a `conflict`.
 */
export type Write =
  | Put<"organization", Organization>
  | Put<"organization_member", OrganizationMemberRecord>
  | Put<"workspace", WorkspaceRecord>
  | Put<"role_assignment", RoleAssignment>
  | Delete<"organization_member", { readonly userId: UserId }>
  | Delete<"role_assignment", { readonly workspaceId: WorkspaceId; readonly userId: UserId }>;

/** Stores the whole record: a new row where it must be absent, a replaced one where it must be present. */
export interface Put<Table extends string, Record> {
  readonly kind: "put";
  readonly table: Table;
  readonly expected: "absent" | "present";
  readonly record: Record;
}

/** Removes the row with this key. Deleting a member or assignment that is not there is a `conflict`. */
export interface Delete<Table extends string, Key> {
  readonly kind: "delete";
  readonly table: Table;
  readonly expected: "present";
  readonly key: Key;
}
