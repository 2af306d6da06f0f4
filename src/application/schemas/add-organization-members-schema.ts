import type { Result } from "neverthrow";
import { z } from "zod";
import type { AddOrganizationMembers } from "../../domain/decisions/add-organization-members.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOf, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, mode, organizationRole } from "./fields.ts";
import { parseInput } from "./parse-input.ts";
import { profileFields } from "./profile-schema.ts";

export function addOrganizationMembersParser({
  largestBatch,
}: Door): (input: unknown) => Result<AddOrganizationMembers, InvalidInput | BatchRefusal> {
  const member = z.strictObject({ ...profileFields, role: organizationRole });
  const schema: z.ZodType<AddOrganizationMembers> = z.strictObject({
    ...actorFields,
    members: batchOf(member, largestBatch),
    mode,
  });
  return (input) => parseInput(schema, input);
}
