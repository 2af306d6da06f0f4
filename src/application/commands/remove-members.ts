import {
  decideRemoveMembers,
  type MembersAreRemoved,
  type RemoveMembers,
  type RemoveMembersRefusal,
} from "../../domain/decisions/remove-members.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { removeMembersParser } from "../schemas/remove-members-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const removeMembers: CommandDefinition<
  RemoveMembers,
  MembersAreRemoved,
  InvalidInput | BatchRefusal,
  RemoveMembersRefusal
> = {
  name: "removeMembers",
  parser: removeMembersParser,
  need: ({ workspaceId, actor, userIds }) => membersNeed(workspaceId, actor, userIds),
  decide: decideRemoveMembers,
};
