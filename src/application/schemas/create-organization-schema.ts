import type { Result } from "neverthrow";
import { z } from "zod";
import type { CreateOrganization } from "../../domain/decisions/create-organization.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import { freshId } from "../engine/runtime.ts";
import type { Door } from "./door.ts";
import { commandFields, name, optional, organizationId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";
import { profileFields } from "./profile-schema.ts";

const schema = z
  .strictObject({
    ...commandFields,
    organizationId: optional(organizationId),
    name,
    owner: z.strictObject(profileFields),
  })
  .superRefine((command, ctx) => {
    if (command.idempotencyKey === null || command.organizationId !== null) return;
    const message = "is needed beside idempotencyKey: the key is kept with the organization that it names";
    ctx.addIssue({ code: "custom", path: ["organizationId"], message });
  });

export function createOrganizationParser({
  createId,
}: Door): (input: unknown) => Result<CreateOrganization, InvalidInput> {
  return (input) =>
    parseInput(schema, input).map((command) => {
      const { organizationId } = command;
      if (organizationId !== null) return { ...command, organizationId };
      return { ...command, organizationId: freshId(createId) as OrganizationId, hasFreshId: true };
    });
}
