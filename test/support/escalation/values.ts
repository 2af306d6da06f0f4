import type { ActorInput } from "../../../src/index.ts";

// Few values, so that collisions are common. Both organizations use the same ids. "nowhere" is never created.
export const north = "north";
export const south = "south";
export const nowhere = "nowhere";
export const userIds = ["ada", "bo", "cy", "dee"] as const;
/** The admin of the south, and never a member of the north. */
export const outsider = "mal";
export const everybody: readonly string[] = [...userIds, outsider];
export const workspaceIds = ["lab", "ops", "den", "pit"] as const;
export const workspaceNames = ["Lab", "Ops", "Den", "Pit"] as const;
export const organizationRoles = ["admin", "billing", "member"] as const;
export const keys = ["key", "other key", "third key"] as const;
export const scim: ActorInput = { system: "scim" };
