import type { Result } from "neverthrow";
import { z } from "zod";
import type { RemoveMembers } from "../../domain/decisions/remove-members.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOfUsers, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, mode, workspaceId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

export function removeMembersParser({
  largestBatch,
}: Door): (input: unknown) => Result<RemoveMembers, InvalidInput | BatchRefusal> {
  const userIds = batchOfUsers(largestBatch);
  const schema: z.ZodType<RemoveMembers> = z.strictObject({ ...actorFields, workspaceId, userIds, mode });
  return (input) => parseInput(schema, input);
}
