import type { NewEvent } from "./event.ts";
import { isAdminRole, type WorkspaceRoles } from "../workspace/workspace-roles.ts";

/** Those by which somebody becomes an admin of a workspace or is one no longer. No others need be folded to count admins. */
export function adminEvents<Event extends NewEvent>(events: readonly Event[], roles: WorkspaceRoles): readonly Event[] {
  return events.filter(
    (event) =>
      event.type.startsWith("workspace.member.") &&
      (("role" in event && isAdminRole(roles, event.role)) ||
        ("previousRole" in event && isAdminRole(roles, event.previousRole))),
  );
}
