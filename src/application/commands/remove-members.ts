import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotWorkspaceMember } from "../../domain/role-assignment/not-workspace-member.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  decideRemoveMembers,
  type RemoveMembersResult,
  type RemoveMembers,
  type RemoveMembersRefusal,
} from "../../domain/decisions/remove-members.ts";
import type { MemberRole } from "../../domain/role-assignment/role-assignment.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { membersNeed } from "../engine/needs.ts";
import { batchOfUsers, type BatchRefusal } from "../schemas/batch.ts";
import { type BatchInput, mode, type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";

/** The input of `removeMembers`. */
export interface RemoveMembersInput extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 members of the workspace. */
  readonly userIds: readonly string[];
}

/** The outcome of `removeMembers`; each list is in input order. */
export interface RemoveMembersOutcome<Role extends string = string> extends CommandReceipt {
  /** With the roles that they had. */
  readonly removed: readonly MemberRole<Role>[];
  /** Always empty. */
  readonly unchanged: readonly MemberRole<Role>[];
  /** Non-members of the workspace. Empty in `atomic` mode. */
  readonly rejected: readonly NotWorkspaceMember[];
}

/** The errors of `removeMembers`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type RemoveMembersError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | WorkspaceArchived
  | Forbidden
  | MembersRejected<NotWorkspaceMember>
  | LastWorkspaceAdmin
  | BatchRefusal
  | CommandFailure;

export function removeMembersSchema({ maxBatchSize }: ParserContext) {
  return z.strictObject({ ...workspaceFields, userIds: batchOfUsers(maxBatchSize), mode });
}

export const removeMembers: CommandDefinition<
  RemoveMembers,
  RemoveMembersResult,
  InvalidInput | BatchRefusal,
  RemoveMembersRefusal
> = {
  name: "removeMembers",
  parser: (context) => parserOf(removeMembersSchema(context)),
  need: ({ workspaceId, actor, userIds }) => membersNeed(workspaceId, actor, userIds),
  decide: decideRemoveMembers,
};
