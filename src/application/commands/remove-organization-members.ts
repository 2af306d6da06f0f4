import { z } from "zod";
import {
  decideRemoveOrganizationMembers,
  isSingleDeparture,
  type OrganizationMembersAreRemoved,
  type RemoveOrganizationMembers,
  type RemoveOrganizationMembersRefusal,
} from "../../domain/decisions/remove-organization-members.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { actorIds } from "../engine/members-need.ts";
import { batchOfUsers, type BatchRefusal } from "../schemas/batch.ts";
import { type ActorCommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { optional, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

export interface RemoveOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly userIds: readonly string[];
  /**
   * An organization member who becomes admin wherever the removed were the last one. The actor must be able to give that
   * role in each of those workspaces, or the command is `forbidden`.
   */
  readonly successor?: string | null | undefined;
}

export type RemoveOrganizationMembersOutcome = OrganizationMembersAreRemoved & Executed;
export type RemoveOrganizationMembersError = CommandError<RemoveOrganizationMembersRefusal | BatchRefusal>;

export function removeOrganizationMembersSchema({ largestBatch }: ParserContext) {
  return z
    .strictObject({ ...actorFields, userIds: batchOfUsers(largestBatch), successor: optional(userId), mode })
    .superRefine(({ userIds, successor }, ctx) => {
      if (successor === null || !userIds.includes(successor)) return;
      ctx.addIssue({ code: "custom", path: ["successor"], message: "must not be among those who are removed" });
    });
}

export const removeOrganizationMembers: CommandDefinition<
  RemoveOrganizationMembers,
  OrganizationMembersAreRemoved,
  InvalidInput | BatchRefusal,
  RemoveOrganizationMembersRefusal
> = {
  name: "removeOrganizationMembers",
  parser: (context) => parserOf(removeOrganizationMembersSchema(context)),
  isUnbounded: isSingleDeparture,
  need(command, { largestCommit }) {
    const { actor, userIds, successor } = command;
    // Only the successor's roles in the workspaces that the removed leave: an administrator may hold a role in many
    // thousand others. The actor's own roles are not needed: a workspace of which an actor who stays is admin needs no
    // successor.
    const successors = successor === null ? [] : [successor];
    return {
      members: [...actorIds(actor), ...userIds, ...successors],
      assignmentsOf: userIds,
      // One more than a commit carries tells that they are too many; the rest need not be read to refuse them.
      maxAssignmentsOf: isSingleDeparture(command) ? null : largestCommit + 1,
      assignmentsBeside: successors,
    };
  },
  decide: decideRemoveOrganizationMembers,
};
