import type { Result } from "neverthrow";
import { z } from "zod";
import type { CreateOrganization } from "../../domain/organization/create-organization.ts";
import type { OrganizationId } from "../../domain/shared/ids.ts";
import type { InvalidInput } from "../errors.ts";
import { freshId } from "../runtime.ts";
import type { Door } from "./door.ts";
import { commandFields, name } from "./fields.ts";
import { parseInput } from "./parse-input.ts";
import { profileFields } from "./profile-schema.ts";

export function createOrganizationParser({
  createId,
}: Door): (input: unknown) => Result<CreateOrganization, InvalidInput> {
  const schema: z.ZodType<CreateOrganization> = z
    .strictObject({
      ...commandFields,
      organizationId: commandFields.organizationId.optional(),
      name,
      owner: z.strictObject(profileFields),
    })
    .superRefine(({ organizationId, idempotencyKey }, ctx) => {
      if (idempotencyKey !== null && organizationId === undefined) {
        const message = "is needed beside idempotencyKey: the key is kept with the organization that it names";
        ctx.addIssue({ code: "custom", path: ["organizationId"], message });
      }
    })
    .transform((command) => ({
      ...command,
      organizationId: command.organizationId ?? (freshId(createId) as OrganizationId),
    }));
  return (input) => parseInput(schema, input);
}
