import type { Write } from "../../application/ports/write.ts";
import { deleteAssignment, putAssignment } from "./assignment-rows.ts";
import { putMember } from "./member-rows.ts";
import type { OrganizationState } from "./organization-state.ts";
import { putWorkspace } from "./workspace-rows.ts";

/** Changes one row. The write is frozen, and was found to hold. */
export function applyWrite(state: OrganizationState, write: Write): void {
  switch (write.table) {
    case "organization":
      state.organization = write.record;
      return;
    case "organization_member":
      if (write.kind === "put") putMember(state, write.record);
      else state.members.delete(write.key.userId);
      return;
    case "workspace":
      putWorkspace(state, write.record);
      return;
    case "role_assignment":
      if (write.kind === "put") putAssignment(state, write.record);
      else deleteAssignment(state, write.key);
      return;
  }
}
