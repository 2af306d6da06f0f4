import type { ActorInput } from "../../application/schemas/fields.ts";
import type { Operation } from "../reference/operation.ts";
import type { Random } from "./random.ts";

/** More than any list has, so that one page is the whole list. */
const limit = 100;

/** A query. Its answer must be true at some moment during the call. */
export function randomQuery({ pick }: Random, organizationId: string): Operation {
  const issued = { organizationId, actor: pick<ActorInput>([{ system: "scim" }, { userId: "bo" }, { userId: "cy" }]) };
  const inLab = { ...issued, workspaceId: "lab" };
  const pairs = { workspaceIds: ["lab", "ops"], userIds: ["ada", "bo", "cy", "dee", "eve"] };
  return pick<Operation>([
    { name: "getOrganization", input: issued },
    { name: "getWorkspace", input: inLab },
    { name: "listMembers", input: { ...inLab, limit } },
    { name: "candidates", input: { ...inLab, limit } },
    { name: "listOrganizationMembers", input: { ...issued, limit } },
    { name: "listWorkspaces", input: { ...issued, includeArchived: true, limit } },
    { name: "workspacesOf", input: { organizationId, userId: pick(["cy", "dee", "eve"]), limit } },
    { name: "events", input: { ...issued, limit } },
    { name: "accessMany", input: { organizationId, ...pairs } },
    { name: "can", input: { organizationId, workspaceId: "lab", userId: "bo", permission: "members:manage" } },
  ]);
}
