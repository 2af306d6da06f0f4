import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotWorkspaceMember } from "../../domain/role-assignment/not-workspace-member.ts";
import type { MembersRejected } from "../../domain/values/members-rejected.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  type ChangeRoles,
  type ChangeRolesRefusal,
  decideChangeRoles,
  type ChangeRolesResult,
} from "../../domain/decisions/change-roles.ts";
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

/** The input of `changeRoles`. */
export interface ChangeRolesInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 members of the workspace, each with their new role. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

/** The outcome of `changeRoles`; each list is in input order. */
export interface ChangeRolesOutcome<Role extends string = string> extends CommandReceipt {
  /** With the new roles. */
  readonly changed: readonly MemberRole<Role>[];
  /** Members who already held the requested role. */
  readonly unchanged: readonly MemberRole<Role>[];
  /** Non-members of the workspace. Empty in `atomic` mode. */
  readonly rejected: readonly NotWorkspaceMember[];
}

/** The errors of `changeRoles`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type ChangeRolesError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | WorkspaceArchived
  | Forbidden
  | MembersRejected<NotWorkspaceMember>
  | LastWorkspaceAdmin
  | BatchRefusal
  | CommandFailure;

export function changeRolesSchema({ workspaceRoles, maxBatchSize }: ParserContext) {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  return z.strictObject({ ...workspaceFields, members: batchOf(member, maxBatchSize), mode });
}

export const changeRoles: CommandDefinition<
  ChangeRoles,
  ChangeRolesResult,
  InvalidInput | BatchRefusal,
  ChangeRolesRefusal
> = {
  name: "changeRoles",
  parser: (context) => parserOf(changeRolesSchema(context)),
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideChangeRoles,
};
