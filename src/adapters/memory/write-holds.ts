import type { Write } from "../../application/ports/write.ts";
import { assignmentIn, type OrganizationState } from "./organization-state.ts";

/** Whether the row of a write is present or absent, as the write expects. */
export function writeHolds(state: OrganizationState, write: Write): boolean {
  return isStored(state, write) === (write.expected === "present");
}

function isStored(state: OrganizationState, write: Write): boolean {
  switch (write.table) {
    case "organization":
      return state.organization !== null;
    case "organization_member":
      return state.members.get(keyOf(write).userId) !== undefined;
    case "workspace":
      return state.workspaces.get(write.record.workspaceId) !== undefined;
    case "role_assignment":
      return assignmentIn(state, keyOf(write).workspaceId, keyOf(write).userId) !== undefined;
  }
}

function keyOf<Key>(
  write: { readonly kind: "put"; readonly record: Key } | { readonly kind: "delete"; readonly key: Key },
): Key {
  return write.kind === "put" ? write.record : write.key;
}
