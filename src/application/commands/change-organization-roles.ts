import { z } from "zod";
import {
  type ChangeOrganizationRoles,
  type ChangeOrganizationRolesRefusal,
  decideChangeOrganizationRoles,
  type OrganizationRolesAreChanged,
} from "../../domain/decisions/change-organization-roles.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { actorIds } from "../engine/members-need.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type ActorCommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { organizationRole, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

export interface ChangeOrganizationRolesInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly { readonly userId: string; readonly role: OrganizationRole }[];
}

export type ChangeOrganizationRolesOutcome = OrganizationRolesAreChanged & Executed;
export type ChangeOrganizationRolesError = CommandError<ChangeOrganizationRolesRefusal | BatchRefusal>;

export function changeOrganizationRolesSchema({ largestBatch }: ParserContext) {
  const member = z.strictObject({ userId, role: organizationRole });
  return z.strictObject({ ...actorFields, members: batchOf(member, largestBatch), mode });
}

export const changeOrganizationRoles: CommandDefinition<
  ChangeOrganizationRoles,
  OrganizationRolesAreChanged,
  InvalidInput | BatchRefusal,
  ChangeOrganizationRolesRefusal
> = {
  name: "changeOrganizationRoles",
  parser: (context) => parserOf(changeOrganizationRolesSchema(context)),
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideChangeOrganizationRoles,
};
