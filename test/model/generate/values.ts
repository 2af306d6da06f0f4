import fc from "fast-check";
import type { ActorInput } from "../../../src/index.ts";

// Few values, so that collisions are common. The last two ids sort differently as UTF-16 and as UTF-8.
export const organizationIds = ["north", "south"] as const;
export const userIds = ["ada", "bo", "cy", "dee", "Ada", "ﬀ", "😀"] as const;
export const workspaceIds = ["lab", "ops", "ﬀ", "😀"] as const;
export const displayNames = ["Ada", "ÀDA", "Bo Zhou", "bo zhou", "李 雷"] as const;
export const keys = ["key", "other key"] as const;

export const north = organizationIds[0];
export const scim: ActorInput = { system: "scim" };

export const organizationId = fc.oneof(
  { weight: 24, arbitrary: fc.constant<string>(north) },
  { weight: 3, arbitrary: fc.constant("south") },
  { weight: 1, arbitrary: fc.constant("nowhere") },
);
const anybody = fc.constantFrom<string>(...userIds);
const member = fc.nat(5).map((index) => `member#${index}`);
const holder = fc.nat(3).map((index) => `holder#${index}`);
export const userId = fc.oneof(anybody, member, member);
/** For commands about a workspace: its members are drawn more often. */
export const workspaceUserId = fc.oneof(anybody, member, holder);
/** The id of a workspace to create. */
export const newWorkspaceId = fc.constantFrom<string>(...workspaceIds);
export const workspaceId = fc.oneof(
  { weight: 4, arbitrary: fc.constant("workspace#0") },
  { weight: 4, arbitrary: fc.nat(4).map((index) => `workspace#${index}`) },
  { weight: 1, arbitrary: newWorkspaceId },
);
export const workspaceName = fc.constantFrom("Lab", "LÄB", "Ops", "Öffice", "Lab 2", "研究室", "%", "Zoo");
export const displayName = fc.constantFrom<string>(...displayNames);
export const email = fc.constantFrom(null, "ada@north.example", "Bo_Z+x@south.example");
export const organizationRole = fc.constantFrom("admin" as const, "member" as const, "billing" as const);

/** Systems and admins are drawn more often, so that many commands succeed. */
export const actor = actorFrom(userId);
export const workspaceActor = actorFrom(workspaceUserId);

function actorFrom(user: fc.Arbitrary<string>): fc.Arbitrary<ActorInput> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(scim) },
    { weight: 3, arbitrary: fc.constantFrom("member#0", "ada", "bo").map((id): ActorInput => ({ userId: id })) },
    { weight: 4, arbitrary: user.map((id): ActorInput => ({ userId: id })) },
  );
}

/** Mostly a role of the host's catalogue. */
export const workspaceRole = fc.oneof(
  { weight: 89, arbitrary: fc.nat(3).map((index) => `role#${index}`) },
  { weight: 1, arbitrary: fc.constant("nobody") },
);
