import fc from "fast-check";
import type { ActorInput, OrganizationId, UserId, WorkspaceId } from "../../../src/index.ts";

// Few values, so that collisions are common. Some differ only in case, some are names with a meaning in JavaScript.
export const north = "north" as OrganizationId;
export const south = "south" as OrganizationId;
export const owner = "ada" as UserId;
export const userIds = [owner, user("Ada"), user("bo"), user("zoë"), user("__proto__"), user("constructor")] as const;
export const workspaceIds = ["lab" as WorkspaceId, "Lab" as WorkspaceId, "toString" as WorkspaceId] as const;
export const organizationRoleNames = ["admin", "billing", "member"] as const;

/** A system that the host trusts: it may send any command but is never a member. */
export const scim: ActorInput = { system: "scim" };

/** Everybody. The owner and the system are drawn more often, so that many commands succeed. */
export const actors: readonly ActorInput[] = [
  scim,
  scim,
  { userId: owner },
  { userId: owner },
  ...userIds.map((userId) => ({ userId })),
];

export const userId = fc.constantFrom(...userIds);
/** The first is drawn more often, because it is created first. */
export const workspaceId = fc.constantFrom(workspaceIds[0], ...workspaceIds);
export const organizationRole = fc.constantFrom(...organizationRoleNames);
/** Some differ only in case and accents. */
export const workspaceName = fc.constantFrom("Lab", "LÄB", "Office", "öffice", "研究室", "toString");
export const displayNames = ["Ada", "ÀDA", "Bo Zhou", "bo zhou", "李 雷", "👩‍🚀 Zoë", "_", "%"] as const;
export const displayName = fc.constantFrom(...displayNames);
export const email = fc.constantFrom(null, "ada@north.example", "Bo_Z+x@south.example");

function user(id: string): UserId {
  return id as UserId;
}
