import type { Result } from "neverthrow";
import { z } from "zod";
import type { ChangeOrganizationRoles } from "../../domain/decisions/change-organization-roles.ts";
import type { InvalidInput } from "../errors.ts";
import { batchOf, type BatchRefusal } from "./batch-schema.ts";
import type { Door } from "./door.ts";
import { actorFields, mode, organizationRole, userId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

export function changeOrganizationRolesParser({
  largestBatch,
}: Door): (input: unknown) => Result<ChangeOrganizationRoles, InvalidInput | BatchRefusal> {
  const members = batchOf(z.strictObject({ userId, role: organizationRole }), largestBatch);
  const schema: z.ZodType<ChangeOrganizationRoles> = z.strictObject({ ...actorFields, members, mode });
  return (input) => parseInput(schema, input);
}
