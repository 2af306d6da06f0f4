import fc from "fast-check";
import type { ActorInput, OrganizationId, UserId, WorkspaceId } from "../../../src/index.ts";

// Few values, so that they collide: equal in both organizations, apart in case only, names that JavaScript gives a meaning.
export const north = "north" as OrganizationId;
export const south = "south" as OrganizationId;
export const owner = "ada" as UserId;
export const userIds = [owner, user("Ada"), user("bo"), user("zoë"), user("__proto__"), user("constructor")] as const;
export const workspaceIds = ["lab" as WorkspaceId, "Lab" as WorkspaceId, "toString" as WorkspaceId] as const;
export const organizationRoleNames = ["admin", "billing", "member"] as const;

/** A system that the host vouches for; it may do anything but be a member. */
export const scim: ActorInput = { system: "scim" };

/** Everybody; the owner and the system come up more often, so that many commands are let through. */
export const actors: readonly ActorInput[] = [
  scim,
  scim,
  { userId: owner },
  { userId: owner },
  ...userIds.map((userId) => ({ userId })),
];

export const userId = fc.constantFrom(...userIds);
/** The first comes up more often, for it is opened first. */
export const workspaceId = fc.constantFrom(workspaceIds[0], ...workspaceIds);
export const organizationRole = fc.constantFrom(...organizationRoleNames);
/** Some are the same name apart from case and accents. */
export const workspaceName = fc.constantFrom("Lab", "LÄB", "Office", "öffice", "研究室", "toString");
export const displayNames = ["Ada", "ÀDA", "Bo Zhou", "bo zhou", "李 雷", "👩‍🚀 Zoë", "_", "%"] as const;
export const displayName = fc.constantFrom(...displayNames);
export const email = fc.constantFrom(null, "ada@north.example", "Bo_Z+x@south.example");
export const profile = fc.record({ displayName, email: fc.option(email, { nil: undefined }) });

function user(id: string): UserId {
  return id as UserId;
}
