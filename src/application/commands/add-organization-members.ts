import { z } from "zod";
import {
  type AddOrganizationMembers,
  type AddOrganizationMembersRefusal,
  decideAddOrganizationMembers,
  type OrganizationMembersAreAdded,
} from "../../domain/decisions/add-organization-members.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { actorIds } from "../engine/members-need.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type ActorCommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { organizationRole } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";
import { profileFields, type ProfileInput } from "../schemas/profile-fields.ts";

export interface AddOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly (ProfileInput & { readonly role: OrganizationRole })[];
}

export type AddOrganizationMembersOutcome = OrganizationMembersAreAdded & Executed;
export type AddOrganizationMembersError = CommandError<AddOrganizationMembersRefusal | BatchRefusal>;

export function addOrganizationMembersSchema({ largestBatch }: ParserContext) {
  const member = z.strictObject({ ...profileFields, role: organizationRole });
  return z.strictObject({ ...actorFields, members: batchOf(member, largestBatch), mode });
}

export const addOrganizationMembers: CommandDefinition<
  AddOrganizationMembers,
  OrganizationMembersAreAdded,
  InvalidInput | BatchRefusal,
  AddOrganizationMembersRefusal
> = {
  name: "addOrganizationMembers",
  parser: (context) => parserOf(addOrganizationMembersSchema(context)),
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideAddOrganizationMembers,
};
