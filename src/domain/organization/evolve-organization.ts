import type { UserId } from "../values/ids.ts";
import type { OrganizationEvent } from "./organization-events.ts";
import type { OrganizationMember } from "./organization-member.ts";
import type { OrganizationRole } from "./organization-role.ts";
import type { Organization } from "./organization.ts";

type MemberEvent = Extract<OrganizationEvent, { readonly userId: UserId }>;

/** The organization, with its counts, after an event about it or one of its members. `at` is the time of the event. */
export function evolveOrganization(before: Organization | null, event: OrganizationEvent, at: string): Organization {
  switch (event.type) {
    case "organization.created":
      return { name: event.name, memberCount: 0, adminCount: 0, activeWorkspaceCount: 0, createdAt: at };
    case "organization.updated":
      return { ...existing(before, "organization"), name: event.name };
    case "organization.member.added":
      return counted(before, 1, adminsIn(event.role));
    case "organization.member.role_changed":
      return counted(before, 0, adminsIn(event.role) - adminsIn(event.previousRole));
    case "organization.member.profile_changed":
    case "organization.unowned":
      return existing(before, "organization");
    case "organization.member.removed":
      return counted(before, -1, -adminsIn(event.role));
  }
}

/** The member after an event about them; null once they have left. */
export function evolveOrganizationMember(
  before: OrganizationMember | undefined,
  event: MemberEvent,
): OrganizationMember | null {
  switch (event.type) {
    case "organization.member.added": {
      const { userId, role, displayName, email } = event;
      return { userId, role, displayName, email };
    }
    case "organization.member.role_changed":
      return { ...existing(before, "member"), role: event.role };
    case "organization.member.profile_changed":
      return { ...existing(before, "member"), displayName: event.displayName, email: event.email };
    case "organization.member.removed":
      return null;
  }
}

function counted(before: Organization | null, members: number, admins: number): Organization {
  const organization = existing(before, "organization");
  const { memberCount, adminCount } = organization;
  return { ...organization, memberCount: memberCount + members, adminCount: adminCount + admins };
}

function adminsIn(role: OrganizationRole): number {
  return role === "admin" ? 1 : 0;
}

/** Throws if the state is missing: an event about something that was not created or not loaded is a bug. */
function existing<State>(state: State | null | undefined, what: "organization" | "member"): State {
  if (state !== null && state !== undefined) return state;
  throw new Error(
    what === "organization"
      ? "An event precedes the creation of its organization."
      : "An event changes an organization member who is not among the facts.",
  );
}
