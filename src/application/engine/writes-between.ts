import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import { sortedByBytes } from "../../domain/values/byte-order.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import { searchWords } from "../../domain/values/search-words.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { inSlices, yieldAfter } from "./slices.ts";

type Expected = "absent" | "present";

/**
 * The rows that differ between the facts before and after a decision, in the order that the port promises. Computing the
 * words and keys of many names takes long, so it yields to the event loop in between.
 */
export async function writesBetween(before: OrganizationFacts, after: OrganizationFacts): Promise<readonly Write[]> {
  const writes: Write[] = [];
  if (after.organization !== null && after.organization !== before.organization) {
    const expected = before.organization === null ? "absent" : "present";
    writes.push({ kind: "put", table: "organization", expected, record: after.organization });
  }
  await addDifferences(writes, before.members, after.members, {
    put: (member, expected) => ({
      kind: "put",
      table: "organization_member",
      expected,
      record: memberRecord(member),
    }),
    remove: ({ userId }) => ({ kind: "delete", table: "organization_member", expected: "present", key: { userId } }),
  });
  await addDifferences(writes, before.workspaces, after.workspaces, {
    put: (workspace, expected) => ({ kind: "put", table: "workspace", expected, record: workspaceRecord(workspace) }),
    remove: ({ workspaceId }) => neverDeleted(workspaceId),
  });
  await addDifferences(writes, before.assignments, after.assignments, {
    put: (record, expected) => ({ kind: "put", table: "role_assignment", expected, record }),
    remove: ({ workspaceId, userId }) => ({
      kind: "delete",
      table: "role_assignment",
      expected: "present",
      key: { workspaceId, userId },
    }),
  });
  return writes;
}

interface WritesOf<Value> {
  readonly put: (value: Value, expected: Expected) => Write;
  readonly remove: (value: Value) => Write;
}

/** Adds a write for each row that was put or removed, in byte order of the keys. */
async function addDifferences<Key extends string, Value>(
  writes: Write[],
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
  { put, remove }: WritesOf<Value>,
): Promise<void> {
  if (before === after) return;
  const changed: Key[] = [];
  for (const [key, value] of after) if (value !== before.get(key)) changed.push(key);
  for (const key of before.keys()) if (!after.has(key)) changed.push(key);
  await yieldAfter(changed.length);
  const sorted = sortedByBytes(changed, (key) => key);
  await yieldAfter(changed.length);
  await inSlices(sorted, (keys) => {
    for (const key of keys) {
      const [previous, value] = [before.get(key), after.get(key)];
      if (value !== undefined) writes.push(put(value, previous === undefined ? "absent" : "present"));
      else if (previous !== undefined) writes.push(remove(previous));
    }
  });
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
