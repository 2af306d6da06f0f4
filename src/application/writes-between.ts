import type { OrganizationMember } from "../domain/organization/organization-member.ts";
import { compareBytes } from "../domain/shared/byte-order.ts";
import { nameKey } from "../domain/shared/name-key.ts";
import type { OrganizationFacts } from "../domain/shared/organization-facts.ts";
import { searchWords } from "../domain/shared/search-words.ts";
import type { Workspace } from "../domain/workspace/workspace.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "./ports/records.ts";
import type { Write } from "./ports/write.ts";

/** The rows that differ between the facts before and after a decision, in the order that the port promises. */
export function writesBetween(before: OrganizationFacts, after: OrganizationFacts): readonly Write[] {
  const writes: Write[] = [];
  if (after.organization !== null && after.organization !== before.organization) {
    writes.push({
      kind: "put",
      table: "organization",
      must: before.organization === null ? "absent" : "present",
      record: after.organization,
    });
  }
  for (const [must, member] of changed(before.members, after.members)) {
    writes.push({ kind: "put", table: "organization_member", must, record: memberRecord(member) });
  }
  for (const [must, workspace] of changed(before.workspaces, after.workspaces)) {
    writes.push({ kind: "put", table: "workspace", must, record: workspaceRecord(workspace) });
  }
  for (const [must, record] of changed(before.assignments, after.assignments)) {
    writes.push({ kind: "put", table: "role_assignment", must, record });
  }
  return writes;
}

function changed<Key extends string, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): readonly (readonly [must: "absent" | "present", value: Value])[] {
  return [...after]
    .filter(([key, value]) => before.get(key) !== value)
    .sort(([left], [right]) => compareBytes(left, right))
    .map(([key, value]) => [before.has(key) ? "present" : "absent", value] as const);
}

function memberRecord(member: OrganizationMember): OrganizationMemberRecord {
  const { displayName, email } = member;
  return { ...member, nameKey: nameKey(displayName), words: searchWords(displayName, email) };
}

function workspaceRecord(workspace: Workspace): WorkspaceRecord {
  return { ...workspace, nameKey: nameKey(workspace.name), words: searchWords(workspace.name, null) };
}
