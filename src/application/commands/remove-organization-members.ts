import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotOrganizationMember } from "../../domain/organization/not-organization-member.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { LastOrganizationAdmin } from "../../domain/organization/last-organization-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  decideRemoveOrganizationMembers,
  isSingleDeparture,
  type RemoveOrganizationMembersResult,
  type RemoveOrganizationMembers,
  type RemoveOrganizationMembersRefusal,
} from "../../domain/decisions/remove-organization-members.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/command-failure.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds } from "../engine/needs.ts";
import { batchOfUsers, type BatchRefusal } from "../schemas/batch.ts";
import { type ActorCommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { optional, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

/** What `removeOrganizationMembers` takes. */
export interface RemoveOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly userIds: readonly string[];
  /**
   * An organization member who becomes admin wherever the removed were the last one. The actor must be able to give that
   * role in each of those workspaces, or the command is `forbidden`.
   */
  readonly successor?: string | null | undefined;
}

/** What `removeOrganizationMembers` did. */
export type RemoveOrganizationMembersOutcome = RemoveOrganizationMembersResult & CommandReceipt;
/** What `removeOrganizationMembers` can fail with. */
export type RemoveOrganizationMembersError =
  | InvalidInput
  | OrganizationNotFound
  | Forbidden
  | NotOrganizationMember
  | MembersRejected<NotOrganizationMember>
  | LastOrganizationAdmin
  | LastWorkspaceAdmin
  | BatchRefusal
  | CommandFailure;

export function removeOrganizationMembersSchema({ maxBatchSize }: ParserContext) {
  return z
    .strictObject({ ...actorFields, userIds: batchOfUsers(maxBatchSize), successor: optional(userId), mode })
    .superRefine(({ userIds, successor }, ctx) => {
      if (successor === null || !userIds.includes(successor)) return;
      ctx.addIssue({ code: "custom", path: ["successor"], message: "must not be among those who are removed" });
    });
}

export const removeOrganizationMembers: CommandDefinition<
  RemoveOrganizationMembers,
  RemoveOrganizationMembersResult,
  InvalidInput | BatchRefusal,
  RemoveOrganizationMembersRefusal
> = {
  name: "removeOrganizationMembers",
  parser: (context) => parserOf(removeOrganizationMembersSchema(context)),
  isUnbounded: isSingleDeparture,
  need(command, { maxCommitSize }) {
    const { actor, userIds, successor } = command;
    // Only the successor's roles in the workspaces that the removed leave: an administrator may hold a role in many
    // thousand others. The actor's own roles are not needed: a workspace of which an actor who stays is admin needs no
    // successor.
    const successors = successor === null ? [] : [successor];
    return {
      members: [...actorIds(actor), ...userIds, ...successors],
      allAssignmentsOf: userIds,
      // One more than a commit carries tells that they are too many; the rest need not be read to refuse them.
      maxAssignments: isSingleDeparture(command) ? null : maxCommitSize + 1,
      assignmentsInSameWorkspaces: successors,
    };
  },
  decide: decideRemoveOrganizationMembers,
};
