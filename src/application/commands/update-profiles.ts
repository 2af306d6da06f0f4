import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotOrganizationMember } from "../../domain/organization/not-organization-member.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  decideUpdateProfiles,
  type UpdateProfilesResult,
  type UpdateProfiles,
  type UpdateProfilesRefusal,
} from "../../domain/decisions/update-profiles.ts";
import type { OrganizationMemberRole } from "../../domain/organization/organization-role.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds } from "../engine/needs.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type CommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { email, name, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";

/** The input of `updateProfiles`. */
export interface UpdateProfilesInput extends CommandInput, BatchInput {
  /** 1 to 10,000 organization members. Omitted fields stay unchanged; `email: null` clears it. */
  readonly members: readonly {
    readonly userId: string;
    readonly displayName?: string | undefined;
    readonly email?: string | null | undefined;
  }[];
}

/** The outcome of `updateProfiles`: the users with their organization roles, each list in input order. */
export interface UpdateProfilesOutcome extends CommandReceipt {
  readonly changed: readonly OrganizationMemberRole[];
  /** Members whose profile already had the requested values. */
  readonly unchanged: readonly OrganizationMemberRole[];
  /** Non-members. Empty in `atomic` mode. */
  readonly rejected: readonly NotOrganizationMember[];
}

/** The errors of `updateProfiles`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type UpdateProfilesError =
  | InvalidInput
  | OrganizationNotFound
  | Forbidden
  | MembersRejected<NotOrganizationMember>
  | BatchRefusal
  | CommandFailure;

export function updateProfilesSchema({ maxBatchSize }: ParserContext) {
  const change = z
    .strictObject({ userId, displayName: name.optional(), email: email.nullish() })
    .transform(({ displayName, email: changed, ...user }) => ({ ...user, displayName, email: changed }));
  return z.strictObject({ ...actorFields, members: batchOf(change, maxBatchSize), mode });
}

export const updateProfiles: CommandDefinition<
  UpdateProfiles,
  UpdateProfilesResult,
  InvalidInput | BatchRefusal,
  UpdateProfilesRefusal
> = {
  name: "updateProfiles",
  parser: (context) => parserOf(updateProfilesSchema(context)),
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideUpdateProfiles,
};
