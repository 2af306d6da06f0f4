import { z } from "zod";
import {
  type CreateOrganization,
  decideCreateOrganization,
  type CreateOrganizationResult,
} from "../../domain/decisions/create-organization.ts";
import type { OrganizationAlreadyExists } from "../../domain/organization/organization-already-exists.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { freshId, repeatedId } from "../engine/runtime.ts";
import { commandFields } from "../schemas/command-fields.ts";
import { name, optional, organizationId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { profileFields, type ProfileInput } from "../schemas/profile-fields.ts";

/** The input of `createOrganization`. */
export interface CreateOrganizationInput {
  /** Generated if omitted. Required with an idempotency key, because the key is stored with the organization. */
  readonly organizationId?: string | null | undefined;
  /** Makes it safe to send the command again; see `CommandInput`. */
  readonly idempotencyKey?: string | null | undefined;
  /** 1–100 code points in Unicode form NFC. */
  readonly name: string;
  /** Becomes the first member, with the role `admin`. */
  readonly owner: ProfileInput;
}

/** The outcome of `createOrganization`. */
export interface CreateOrganizationOutcome extends CommandReceipt {
  readonly organizationId: OrganizationId;
}

/** The errors of `createOrganization`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type CreateOrganizationError = InvalidInput | OrganizationAlreadyExists | CommandFailure;

export function createOrganizationSchema() {
  return z
    .strictObject({
      ...commandFields,
      organizationId: optional(organizationId),
      name,
      owner: z.strictObject(profileFields),
    })
    .superRefine((command, ctx) => {
      if (command.idempotencyKey === null || command.organizationId !== null) return;
      const message = "is required with idempotencyKey, because the key is stored with the organization";
      ctx.addIssue({ code: "custom", path: ["organizationId"], message });
    });
}

export const createOrganization: CommandDefinition<
  CreateOrganization,
  CreateOrganizationResult,
  InvalidInput,
  OrganizationAlreadyExists
> = {
  name: "createOrganization",
  parser({ createId }) {
    const parse = parserOf(createOrganizationSchema());
    // Outside of the schema: an error that createId throws is a bug of the host, not a problem of the input.
    return (input) =>
      parse(input).map((command) => {
        const { organizationId } = command;
        if (organizationId !== null) return { ...command, organizationId };
        return { ...command, organizationId: freshId(createId) as OrganizationId, hasFreshId: true };
      });
  },
  actorOf: ({ owner: { userId } }) => ({ userId }),
  // A resend gets the stored outcome only while the owner is still a member.
  need: ({ owner, idempotencyKey }) => ({ members: idempotencyKey === null ? [] : [owner.userId] }),
  decide(facts, command, context) {
    const decided = decideCreateOrganization(facts, command, context);
    if (decided.isErr() && command.hasFreshId === true) throw repeatedId(command.organizationId);
    return decided;
  },
};
