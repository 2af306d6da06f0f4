import type { RoleConflict } from "../../domain/values/role-conflict.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationMemberLimit } from "../../domain/organization/organization-member-limit.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  type AddOrganizationMembers,
  type AddOrganizationMembersRefusal,
  decideAddOrganizationMembers,
  type AddOrganizationMembersResult,
} from "../../domain/decisions/add-organization-members.ts";
import type { OrganizationRole, OrganizationMemberRole } from "../../domain/organization/organization-role.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds } from "../engine/needs.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type CommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { organizationRole } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";
import { profileFields, type ProfileInput } from "../schemas/profile-fields.ts";

/** The input of `addOrganizationMembers`. */
export interface AddOrganizationMembersInput extends CommandInput, BatchInput {
  /** 1 to 10,000 users, each with their profile and role. */
  readonly members: readonly (ProfileInput & { readonly role: OrganizationRole })[];
}

/** The outcome of `addOrganizationMembers`; each list is in input order. */
export interface AddOrganizationMembersOutcome extends CommandReceipt {
  readonly added: readonly OrganizationMemberRole[];
  /** Members who already had the requested role; their profiles stay unchanged. */
  readonly unchanged: readonly OrganizationMemberRole[];
  /** Members with another role. Empty in `atomic` mode. */
  readonly rejected: readonly RoleConflict<OrganizationRole>[];
}

/** The errors of `addOrganizationMembers`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type AddOrganizationMembersError =
  | InvalidInput
  | OrganizationNotFound
  | Forbidden
  | MembersRejected<RoleConflict<OrganizationRole>>
  | OrganizationMemberLimit
  | BatchRefusal
  | CommandFailure;

export function addOrganizationMembersSchema({ maxBatchSize }: ParserContext) {
  const member = z.strictObject({ ...profileFields, role: organizationRole });
  return z.strictObject({ ...actorFields, members: batchOf(member, maxBatchSize), mode });
}

export const addOrganizationMembers: CommandDefinition<
  AddOrganizationMembers,
  AddOrganizationMembersResult,
  InvalidInput | BatchRefusal,
  AddOrganizationMembersRefusal
> = {
  name: "addOrganizationMembers",
  parser: (context) => parserOf(addOrganizationMembersSchema(context)),
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideAddOrganizationMembers,
};
