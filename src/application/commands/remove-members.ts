import { z } from "zod";
import {
  decideRemoveMembers,
  type MembersAreRemoved,
  type RemoveMembers,
  type RemoveMembersRefusal,
} from "../../domain/decisions/remove-members.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { membersNeed } from "../engine/members-need.ts";
import { batchOfUsers, type BatchRefusal } from "../schemas/batch.ts";
import { type BatchInput, mode, type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

export interface RemoveMembersInput extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 members of the workspace. */
  readonly userIds: readonly string[];
}

export type RemoveMembersOutcome<Role extends string = string> = MembersAreRemoved<Role> & Executed;
export type RemoveMembersError = CommandError<RemoveMembersRefusal | BatchRefusal>;

export function removeMembersSchema({ largestBatch }: ParserContext) {
  return z.strictObject({ ...workspaceFields, userIds: batchOfUsers(largestBatch), mode });
}

export const removeMembers: CommandDefinition<
  RemoveMembers,
  MembersAreRemoved,
  InvalidInput | BatchRefusal,
  RemoveMembersRefusal
> = {
  name: "removeMembers",
  parser: (context) => parserOf(removeMembersSchema(context)),
  need: ({ workspaceId, actor, userIds }) => membersNeed(workspaceId, actor, userIds),
  decide: decideRemoveMembers,
};
