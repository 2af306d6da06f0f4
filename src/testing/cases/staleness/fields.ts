import type { CommandRecord, OrganizationMemberRecord, WorkspaceRecord } from "../../../application/ports/records.ts";
import type { Write } from "../../../application/ports/write.ts";
import type { Organization } from "../../../domain/organization/organization.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import { replace } from "../../builders/writes.ts";
import { first } from "./watched-store.ts";

/** For each field that a write may change, the values that it gets one after the other. */
export type Values<Row extends object, Key extends keyof Row = never> = {
  readonly [Field in Exclude<keyof Row, Key>]: readonly Row[Field][];
};

const otherTime = "2031-07-08T09:10:11.012Z";

export const organizationValues: Values<Organization> = {
  name: ["New"],
  memberCount: [2, 0],
  adminCount: [2],
  activeWorkspaceCount: [0],
  createdAt: [otherTime],
};

export const memberValues: Values<OrganizationMemberRecord, "userId"> = {
  role: ["admin", "billing", "member"],
  displayName: ["New", "", "First"],
  email: [null, "new@example.com", ""],
  nameKey: ["new", "a-first", "b-first"],
  words: [["new"], ["first", "new"], [], ["ada", "first"]],
};

export const workspaceValues: Values<WorkspaceRecord, "workspaceId"> = {
  name: ["New", "First"],
  description: ["", "New."],
  status: ["archived", "active"],
  roleCounts: [[], [["admin", 1]], [["member", 3]]],
  createdAt: [otherTime],
  nameKey: ["new", "a-lab", "lab"],
  words: [["new"], ["first", "new"], [], ["first", "lab"]],
};

export const assignmentValues: Values<RoleAssignment, "workspaceId" | "userId"> = {
  role: ["admin", "viewer", "member"],
  sequence: [2, 7, 1],
};

/** What a command record holds if its key is used again, after the record was pruned. */
export const commandValues: Values<CommandRecord, "key"> = {
  fingerprint: ["new", ""],
  outcome: [null, '{"new":1}'],
  at: [otherTime],
};

/** The replacements of one row, each of which changes one field. */
export function replacements<Row extends object>(
  row: Row,
  values: { readonly [Field in keyof Row]?: readonly Row[Field][] },
  write: (row: Row) => Write,
): readonly Write[] {
  let current = row;
  return changesOf(values).map((change) => {
    current = { ...current, ...change };
    return write(current);
  });
}

/** Each value as a change of one field. */
export function changesOf<Row extends object>(values: {
  readonly [Field in keyof Row]?: readonly Row[Field][];
}): readonly Partial<Row>[] {
  return Object.entries<readonly unknown[]>(values as Record<string, readonly unknown[]>).flatMap(([field, each]) =>
    each.map((value) => ({ [field]: value }) as Partial<Row>),
  );
}

/** One replacement for each value of each field, by table. */
export const fieldChanges: readonly (readonly [what: string, writes: readonly Write[]])[] = [
  ["an organization", replacements(first.organization, organizationValues, replace.organization)],
  ["a member", replacements(first.member, memberValues, replace.member)],
  ["a workspace", replacements(first.workspace, workspaceValues, replace.workspace)],
  ["an assignment", replacements(first.assignment, assignmentValues, replace.assignment)],
];
