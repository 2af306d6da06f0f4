import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "./records.ts";

/**
 * One row to change. `expected` says how the core saw the row when it decided. If the store sees it otherwise, something
 * outside the library wrote to it, and the commit is a `conflict`.
 */
export type Write =
  | Put<"organization", Organization>
  | Put<"organization_member", OrganizationMemberRecord>
  | Put<"workspace", WorkspaceRecord>
  | Put<"role_assignment", RoleAssignment>
  | Delete<"organization_member", { readonly userId: UserId }>
  | Delete<"role_assignment", { readonly workspaceId: WorkspaceId; readonly userId: UserId }>;

/** Stores the whole record: inserts a row that is expected to be absent, or replaces one that is expected to be present. */
export interface Put<Table extends string, Record> {
  readonly kind: "put";
  readonly table: Table;
  readonly expected: "absent" | "present";
  readonly record: Record;
}

/** Removes the row with this key. If there is no such row, the commit is a `conflict`. */
export interface Delete<Table extends string, Key> {
  readonly kind: "delete";
  readonly table: Table;
  readonly expected: "present";
  readonly key: Key;
}
