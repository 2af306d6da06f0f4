import type { Result } from "neverthrow";
import { z } from "zod";
import type { RemoveOrganizationMembers } from "../../domain/decisions/remove-organization-members.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOfUsers, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, mode, optional, userId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

export function removeOrganizationMembersParser({
  largestBatch,
}: Door): (input: unknown) => Result<RemoveOrganizationMembers, InvalidInput | BatchRefusal> {
  const schema: z.ZodType<RemoveOrganizationMembers> = z
    .strictObject({ ...actorFields, userIds: batchOfUsers(largestBatch), successor: optional(userId), mode })
    .superRefine(({ userIds, successor }, ctx) => {
      if (successor === null || !userIds.includes(successor)) return;
      ctx.addIssue({ code: "custom", path: ["successor"], message: "must not be among those who are removed" });
    });
  return (input) => parseInput(schema, input);
}
