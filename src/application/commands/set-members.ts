import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceMemberLimit } from "../../domain/workspace/workspace-member-limit.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotOrganizationMember } from "../../domain/organization/not-organization-member.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  decideSetMembers,
  type SetMembersResult,
  type SetMembers,
  type SetMembersRefusal,
} from "../../domain/decisions/set-members.ts";
import type { MemberRole } from "../../domain/role-assignment/role-assignment.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { membersNeed } from "../engine/needs.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type BatchInput, mode, type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import { userId, workspaceRole } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";

/** The input of `setMembers`. */
export interface SetMembersInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 organization members, each with the role they hold afterwards. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

/** The outcome of `setMembers`; each list is in input order. */
export interface SetMembersOutcome<Role extends string = string> extends CommandReceipt {
  readonly added: readonly MemberRole<Role>[];
  /** With the new roles. */
  readonly changed: readonly MemberRole<Role>[];
  /** Members who already held the requested role. */
  readonly unchanged: readonly MemberRole<Role>[];
  /** Non-members of the organization. Empty in `atomic` mode. */
  readonly rejected: readonly NotOrganizationMember[];
}

/** The errors of `setMembers`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type SetMembersError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | WorkspaceArchived
  | Forbidden
  | MembersRejected<NotOrganizationMember>
  | WorkspaceMemberLimit
  | LastWorkspaceAdmin
  | BatchRefusal
  | CommandFailure;

export function setMembersSchema({ workspaceRoles, maxBatchSize }: ParserContext) {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  return z.strictObject({ ...workspaceFields, members: batchOf(member, maxBatchSize), mode });
}

export const setMembers: CommandDefinition<
  SetMembers,
  SetMembersResult,
  InvalidInput | BatchRefusal,
  SetMembersRefusal
> = {
  name: "setMembers",
  parser: (context) => parserOf(setMembersSchema(context)),
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideSetMembers,
};
