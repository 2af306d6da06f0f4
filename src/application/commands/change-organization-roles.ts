import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotOrganizationMember } from "../../domain/organization/not-organization-member.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { LastOrganizationAdmin } from "../../domain/organization/last-organization-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  type ChangeOrganizationRoles,
  type ChangeOrganizationRolesRefusal,
  decideChangeOrganizationRoles,
  type ChangeOrganizationRolesResult,
} from "../../domain/decisions/change-organization-roles.ts";
import type { OrganizationRole, OrganizationMemberRole } from "../../domain/organization/organization-role.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds } from "../engine/needs.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type CommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { lastAdmin } from "../schemas/departure-fields.ts";
import { organizationRole, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";

/** The input of `changeOrganizationRoles`. */
export interface ChangeOrganizationRolesInput extends CommandInput, BatchInput {
  /** 1 to 10,000 organization members, each with their new role. */
  readonly members: readonly { readonly userId: string; readonly role: OrganizationRole }[];
  /** `allow` lets the last organization admin lose the role (rule O2). Only a system may: a person is `forbidden`. Default `refuse`. */
  readonly lastAdmin?: "refuse" | "allow" | undefined;
}

/** The outcome of `changeOrganizationRoles`; each list is in input order. */
export interface ChangeOrganizationRolesOutcome extends CommandReceipt {
  /** With the new roles. */
  readonly changed: readonly OrganizationMemberRole[];
  /** Members who already had the requested role. */
  readonly unchanged: readonly OrganizationMemberRole[];
  /** Non-members. Empty in `atomic` mode. */
  readonly rejected: readonly NotOrganizationMember[];
}

/** The errors of `changeOrganizationRoles`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type ChangeOrganizationRolesError =
  | InvalidInput
  | OrganizationNotFound
  | Forbidden
  | MembersRejected<NotOrganizationMember>
  | LastOrganizationAdmin
  | BatchRefusal
  | CommandFailure;

export function changeOrganizationRolesSchema({ maxBatchSize }: ParserContext) {
  const member = z.strictObject({ userId, role: organizationRole });
  return z.strictObject({ ...actorFields, members: batchOf(member, maxBatchSize), lastAdmin, mode });
}

export const changeOrganizationRoles: CommandDefinition<
  ChangeOrganizationRoles,
  ChangeOrganizationRolesResult,
  InvalidInput | BatchRefusal,
  ChangeOrganizationRolesRefusal
> = {
  name: "changeOrganizationRoles",
  parser: (context) => parserOf(changeOrganizationRolesSchema(context)),
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideChangeOrganizationRoles,
};
