import { err, ok, type Result } from "neverthrow";
import type { NewEvent } from "./event.ts";
import type { OrganizationRole } from "../organization/organization-role.ts";
import type { OrganizationFacts } from "./organization-facts.ts";
import {
  type LastAdmin,
  lastOrganizationAdmin,
  type LastOrganizationAdmin,
} from "../organization/last-organization-admin.ts";

/**
 * Returns the events, or refuses all of them if they take the organization's last admin (rule O2). If that is allowed,
 * the event that says so follows. An organization that had no admin before is not refused, so that it can be repaired.
 */
export function requireOrganizationAdmin(
  { organization }: OrganizationFacts,
  events: readonly NewEvent[],
  lastAdmin: LastAdmin,
): Result<readonly NewEvent[], LastOrganizationAdmin> {
  const before = organization?.adminCount ?? 0;
  const after = events.reduce((count, event) => count + adminChange(event), before);
  if (before === 0 || after > 0) return ok(events);
  return lastAdmin === "allow" ? ok([...events, { type: "organization.unowned" }]) : err(lastOrganizationAdmin());
}

/** How the event changes the number of organization admins. */
function adminChange(event: NewEvent): number {
  if (event.type === "organization.member.added") return adminsIn(event.role);
  if (event.type === "organization.member.role_changed") return adminsIn(event.role) - adminsIn(event.previousRole);
  return event.type === "organization.member.removed" ? -adminsIn(event.role) : 0;
}

function adminsIn(role: OrganizationRole): number {
  return role === "admin" ? 1 : 0;
}
