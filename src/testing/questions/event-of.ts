import type { Write } from "../../application/ports/write.ts";
import type { NewEvent } from "../../domain/facts/event.ts";

/** The event that the core appends with a write. */
export function eventOf(write: Write): NewEvent {
  if (write.kind === "delete") {
    return write.table === "role_assignment"
      ? { type: "workspace.member.removed", ...write.key, role: "member" }
      : { type: "organization.member.removed", ...write.key, role: "member" };
  }
  const isNew = write.expected === "absent";
  switch (write.table) {
    case "organization":
      return { type: "organization.created", name: write.record.name };
    case "organization_member": {
      const { userId, role, displayName, email } = write.record;
      return isNew
        ? { type: "organization.member.added", userId, role, displayName, email }
        : { type: "organization.member.profile_changed", userId, displayName, email };
    }
    case "workspace": {
      const { workspaceId, name, description } = write.record;
      return isNew
        ? { type: "workspace.created", workspaceId, name, description }
        : { type: "workspace.updated", workspaceId, name, description };
    }
    case "role_assignment": {
      const { workspaceId, userId, role } = write.record;
      return isNew
        ? { type: "workspace.member.added", workspaceId, userId, role }
        : { type: "workspace.member.role_changed", workspaceId, userId, role, previousRole: "member" };
    }
  }
}
