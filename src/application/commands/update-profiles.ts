import { z } from "zod";
import {
  decideUpdateProfiles,
  type ProfilesAreUpdated,
  type UpdateProfiles,
  type UpdateProfilesRefusal,
} from "../../domain/decisions/update-profiles.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { actorIds } from "../engine/members-need.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type ActorCommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { email, name, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

export interface UpdateProfilesInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. Omitted fields stay unchanged; `email: null` clears it. */
  readonly members: readonly {
    readonly userId: string;
    readonly displayName?: string | undefined;
    readonly email?: string | null | undefined;
  }[];
}

export type UpdateProfilesOutcome = ProfilesAreUpdated & Executed;
export type UpdateProfilesError = CommandError<UpdateProfilesRefusal | BatchRefusal>;

export function updateProfilesSchema({ largestBatch }: ParserContext) {
  const change = z
    .strictObject({ userId, displayName: name.optional(), email: email.nullish() })
    .transform(({ displayName, email: changed, ...user }) => ({ ...user, displayName, email: changed }));
  return z.strictObject({ ...actorFields, members: batchOf(change, largestBatch), mode });
}

export const updateProfiles: CommandDefinition<
  UpdateProfiles,
  ProfilesAreUpdated,
  InvalidInput | BatchRefusal,
  UpdateProfilesRefusal
> = {
  name: "updateProfiles",
  parser: (context) => parserOf(updateProfilesSchema(context)),
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideUpdateProfiles,
};
