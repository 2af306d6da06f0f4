import type { OrganizationMember } from "../domain/organization/organization-member.ts";
import { sortedByBytes } from "../domain/shared/byte-order.ts";
import { nameKey } from "../domain/shared/name-key.ts";
import type { OrganizationFacts } from "../domain/shared/organization-facts.ts";
import { searchWords } from "../domain/shared/search-words.ts";
import type { Workspace } from "../domain/workspace/workspace.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "./ports/records.ts";
import type { Write } from "./ports/write.ts";

type Must = "absent" | "present";

/** The rows that differ between the facts before and after a decision, in the order that the port promises. */
export function writesBetween(before: OrganizationFacts, after: OrganizationFacts): readonly Write[] {
  const writes: Write[] = [];
  if (after.organization !== null && after.organization !== before.organization) {
    const must = before.organization === null ? "absent" : "present";
    writes.push({ kind: "put", table: "organization", must, record: after.organization });
  }
  return writes.concat(
    differences(
      before.members,
      after.members,
      (member, must): Write => ({ kind: "put", table: "organization_member", must, record: memberRecord(member) }),
      ({ userId }): Write => ({ kind: "delete", table: "organization_member", must: "present", key: { userId } }),
    ),
    differences(
      before.workspaces,
      after.workspaces,
      (workspace, must): Write => ({ kind: "put", table: "workspace", must, record: workspaceRecord(workspace) }),
      ({ workspaceId }) => neverDeleted(workspaceId),
    ),
    differences(
      before.assignments,
      after.assignments,
      (record, must): Write => ({ kind: "put", table: "role_assignment", must, record }),
      ({ workspaceId, userId }): Write => ({
        kind: "delete",
        table: "role_assignment",
        must: "present",
        key: { workspaceId, userId },
      }),
    ),
  );
}

/** What was put or taken away, by key in byte order. */
function differences<Key extends string, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
  put: (value: Value, must: Must) => Write,
  remove: (value: Value) => Write,
): readonly Write[] {
  if (before === after) return [];
  const writes: (readonly [Key, Write])[] = [];
  for (const [key, value] of after) {
    const previous = before.get(key);
    if (value !== previous) writes.push([key, put(value, previous === undefined ? "absent" : "present")]);
  }
  for (const [key, value] of before) {
    if (!after.has(key)) writes.push([key, remove(value)]);
  }
  return sortedByBytes(writes, ([key]) => key).map(([, write]) => write);
}

function memberRecord(member: OrganizationMember): OrganizationMemberRecord {
  const { displayName, email } = member;
  return { ...member, nameKey: nameKey(displayName), words: searchWords(displayName, email) };
}

function workspaceRecord(workspace: Workspace): WorkspaceRecord {
  return { ...workspace, nameKey: nameKey(workspace.name), words: searchWords(workspace.name, null) };
}

function neverDeleted(workspaceId: string): never {
  throw new Error(`Workspaces are archived, never deleted: ${JSON.stringify(workspaceId)}.`);
}
