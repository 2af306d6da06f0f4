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

/** The input of `removeOrganizationMembers`. */
export interface RemoveOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000 organization members. */
  readonly userIds: readonly string[];
  /**
   * An organization member who becomes admin of each workspace whose last admin is removed; not one of the removed users.
   * The actor must be allowed to grant that role in each of these workspaces, or the command is `forbidden`.
   */
  readonly successor?: string | null | undefined;
}

/** The outcome of `removeOrganizationMembers`. */
export type RemoveOrganizationMembersOutcome = RemoveOrganizationMembersResult & CommandReceipt;

/** The errors of `removeOrganizationMembers`. Nothing was applied, unless `code` is `outcome_unknown`. */
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
      ctx.addIssue({ code: "custom", path: ["successor"], message: "must not be one of the removed users" });
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
    // The successor's roles are needed only in the workspaces of the removed users: an administrator may hold roles in
    // many thousands of others. The actor's own roles are not needed: a workspace of which the actor stays admin needs no
    // successor.
    const successors = successor === null ? [] : [successor];
    return {
      members: [...actorIds(actor), ...userIds, ...successors],
      allAssignmentsOf: userIds,
      // One more than a commit takes is enough to refuse the command; the rest need not be read.
      maxAssignments: isSingleDeparture(command) ? null : maxCommitSize + 1,
      assignmentsInSameWorkspaces: successors,
    };
  },
  decide: decideRemoveOrganizationMembers,
};
