import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { ManageOrganizationRefusal } from "../../domain/authority/manage-organization.ts";
import { z } from "zod";
import {
  decideUpdateOrganization,
  type UpdateOrganization,
  type UpdateOrganizationResult,
} from "../../domain/decisions/update-organization.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds } from "../engine/needs.ts";
import { type CommandInput, actorFields } from "../schemas/command-fields.ts";
import { name } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

/** The input of `updateOrganization`. */
export interface UpdateOrganizationInput extends CommandInput {
  /** The new name. Omit it to keep the old one. */
  readonly name?: string | undefined;
}

/** The outcome of `updateOrganization`. */
export interface UpdateOrganizationOutcome extends CommandReceipt {
  readonly organizationId: OrganizationId;
  /** The name that it has now. */
  readonly name: string;
}

/** The errors of `updateOrganization`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type UpdateOrganizationError = InvalidInput | OrganizationNotFound | Forbidden | CommandFailure;

export function updateOrganizationSchema() {
  return z
    .strictObject({ ...actorFields, name: name.optional() })
    .transform((command) => ({ ...command, name: command.name }));
}

export const updateOrganization: CommandDefinition<
  UpdateOrganization,
  UpdateOrganizationResult,
  InvalidInput,
  ManageOrganizationRefusal
> = {
  name: "updateOrganization",
  parser: () => parserOf(updateOrganizationSchema()),
  need: ({ actor }) => ({ members: actorIds(actor) }),
  decide: decideUpdateOrganization,
};
