import { changeOrganization, type Draft } from "../shared/draft.ts";
import type { OrganizationCreated, OrganizationMemberAdded } from "./organization-events.ts";

export function evolveOrganizationCreated(draft: Draft, { name }: OrganizationCreated, at: string): void {
  draft.organization = { name, memberCount: 0, adminCount: 0, activeWorkspaceCount: 0, createdAt: at };
}

export function evolveOrganizationMemberAdded(draft: Draft, event: OrganizationMemberAdded): void {
  const { userId, role, displayName, email } = event;
  draft.members.set(userId, { userId, role, displayName, email });
  changeOrganization(draft, ({ memberCount, adminCount }) => ({
    memberCount: memberCount + 1,
    adminCount: adminCount + (role === "admin" ? 1 : 0),
  }));
}
