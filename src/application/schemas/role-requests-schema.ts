import type { Result } from "neverthrow";
import { z } from "zod";
import type { ManageMembers } from "../../domain/authority/manage-members.ts";
import type { RoleRequest } from "../../domain/role-assignment/role-request.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOf, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, mode, userId, workspaceId, workspaceRole } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

/** What `addMembers`, `changeRoles` and `setMembers` ask for alike: users, each with a role of the catalogue. */
export interface RoleRequests extends ManageMembers {
  readonly members: readonly RoleRequest[];
}

export function roleRequestsParser({
  workspaceRoles,
  largestBatch,
}: Door): (input: unknown) => Result<RoleRequests, InvalidInput | BatchRefusal> {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  const members = batchOf(member, largestBatch);
  const schema: z.ZodType<RoleRequests> = z.strictObject({ ...actorFields, workspaceId, members, mode });
  return (input) => parseInput(schema, input);
}
