import type { Result } from "neverthrow";
import { z } from "zod";
import type { AddMembers } from "../../domain/role-assignment/add-members.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOf, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, mode, userId, workspaceId, workspaceRole } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

export function addMembersParser({
  workspaceRoles,
  largestBatch,
}: Door): (input: unknown) => Result<AddMembers, InvalidInput | BatchRefusal> {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  const schema: z.ZodType<AddMembers> = z.strictObject({
    ...actorFields,
    workspaceId,
    members: batchOf(member, largestBatch),
    mode,
  });
  return (input) => parseInput(schema, input);
}
