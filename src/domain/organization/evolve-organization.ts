import { changeOrganization, type Draft, membersOf } from "../facts/draft.ts";
import type { OrganizationMember } from "./organization-member.ts";
import type { OrganizationEvent } from "./organization-events.ts";
import type { OrganizationRole } from "./organization-role.ts";

export function evolveOrganization(draft: Draft, event: OrganizationEvent, at: string): void {
  switch (event.type) {
    case "organization.created":
      draft.organization = { name: event.name, memberCount: 0, adminCount: 0, activeWorkspaceCount: 0, createdAt: at };
      return;
    case "organization.member.added": {
      const { userId, role, displayName, email } = event;
      membersOf(draft).set(userId, { userId, role, displayName, email });
      return count(draft, 1, adminsIn(role));
    }
    case "organization.member.role_changed":
      changeMember(draft, event, { role: event.role });
      return count(draft, 0, adminsIn(event.role) - adminsIn(event.previousRole));
    case "organization.member.profile_changed":
      return changeMember(draft, event, { displayName: event.displayName, email: event.email });
    case "organization.member.removed":
      membersOf(draft).delete(event.userId);
      return count(draft, -1, -adminsIn(event.role));
  }
}

function changeMember(
  draft: Draft,
  { userId }: Pick<OrganizationMember, "userId">,
  change: Partial<OrganizationMember>,
): void {
  const member = membersOf(draft).get(userId);
  if (member === undefined) throw new Error("An event changes an organization member who is not among the facts.");
  membersOf(draft).set(userId, { ...member, ...change });
}

function count(draft: Draft, members: number, admins: number): void {
  changeOrganization(draft, ({ memberCount, adminCount }) => ({
    memberCount: memberCount + members,
    adminCount: adminCount + admins,
  }));
}

function adminsIn(role: OrganizationRole): number {
  return role === "admin" ? 1 : 0;
}
