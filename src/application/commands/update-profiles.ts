import {
  decideUpdateProfiles,
  type ProfilesAreUpdated,
  type UpdateProfiles,
  type UpdateProfilesRefusal,
} from "../../domain/decisions/update-profiles.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { updateProfilesParser } from "../schemas/update-profiles-schema.ts";
import { actorIds } from "../engine/actor-ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";

export const updateProfiles: CommandDefinition<
  UpdateProfiles,
  ProfilesAreUpdated,
  InvalidInput | BatchRefusal,
  UpdateProfilesRefusal
> = {
  name: "updateProfiles",
  parser: updateProfilesParser,
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideUpdateProfiles,
};
