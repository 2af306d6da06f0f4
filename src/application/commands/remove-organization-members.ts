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
import type { OrganizationMemberRole } from "../../domain/organization/organization-role.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds } from "../engine/needs.ts";
import { batchOfUsers, type BatchRefusal } from "../schemas/batch.ts";
import { type CommandInput, actorFields, type BatchInput, mode } from "../schemas/command-fields.ts";
import { departureFields } from "../schemas/departure-fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";

/** The input of `removeOrganizationMembers`. */
export interface RemoveOrganizationMembersInput extends CommandInput, BatchInput {
  /** 1 to 10,000 organization members. */
  readonly userIds: readonly string[];
  /**
   * Who becomes admin of each workspace whose last admin is removed: an organization member who stays, or
   * `"organization_admin"` for the first organization admin who stays, in byte order of user id. The actor must be allowed
   * to grant that role in each of these workspaces, or the command is `forbidden`.
   */
  readonly successor?: string | null | undefined;
  /**
   * What happens to a workspace that loses its last admin and that no successor takes over. `refuse` (the default): the
   * command is refused, `last_workspace_admin`. `archive`: the workspace is archived in the same commit, also if the
   * successor is no longer a member or the actor may not grant them the role. The actor must manage its settings.
   */
  readonly orphans?: "refuse" | "archive" | undefined;
  /** `allow` lets the last organization admin go (rule O2). Only a system may: a person is `forbidden`. Default `refuse`. */
  readonly lastAdmin?: "refuse" | "allow" | undefined;
}

/** The outcome of `removeOrganizationMembers`; each list is in input order. */
export interface RemoveOrganizationMembersOutcome extends CommandReceipt {
  /** With the organization roles that they had. */
  readonly removed: readonly OrganizationMemberRole[];
  /** Always empty. */
  readonly unchanged: readonly OrganizationMemberRole[];
  /** Non-members. Empty in `atomic` mode. */
  readonly rejected: readonly NotOrganizationMember[];
}

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
    .strictObject({ ...actorFields, ...departureFields, userIds: batchOfUsers(maxBatchSize), mode })
    .superRefine(({ userIds, successor }, ctx) => {
      if (successor === null || successor === "organization_admin" || !userIds.includes(successor)) return;
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
    const { actor, userIds, successor, orphans } = command;
    const isNamed = successor !== null && successor !== "organization_admin";
    const successors = isNamed ? [successor] : [];
    return {
      members: [...actorIds(actor), ...userIds, ...successors],
      firstAdminExcept: successor === "organization_admin" ? userIds : null,
      allAssignmentsOf: userIds,
      // One more than a commit takes is enough to refuse the command; the rest need not be read.
      maxAssignments: isSingleDeparture(command) ? null : maxCommitSize + 1,
      // Only in the workspaces of the removed users: an administrator may hold roles in many thousands of others. A
      // workspace of which the actor stays admin needs no successor; whether the actor may archive one depends on their
      // role.
      assignmentsInSameWorkspaces: [...successors, ...(orphans === "archive" ? actorIds(actor) : [])],
    };
  },
  decide: decideRemoveOrganizationMembers,
};
