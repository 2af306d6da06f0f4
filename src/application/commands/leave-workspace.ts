import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotWorkspaceMember } from "../../domain/role-assignment/not-workspace-member.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  decideLeaveWorkspace,
  type LeaveWorkspace,
  type LeaveWorkspaceRefusal,
} from "../../domain/decisions/leave-workspace.ts";
import type { RemoveMembersResult } from "../../domain/decisions/remove-members.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import { membersNeed } from "../engine/needs.ts";
import { commandFields, type WorkspaceCommandInput } from "../schemas/command-fields.ts";
import { userId, workspaceId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { RemoveMembersOutcome } from "./remove-members.ts";

/** The input of `leaveWorkspace`. */
export interface LeaveWorkspaceInput extends WorkspaceCommandInput {
  /** The user who leaves. */
  readonly actor: { readonly userId: string };
}

/** The outcome of `leaveWorkspace`. */
export type LeaveWorkspaceOutcome<Role extends string = string> = RemoveMembersOutcome<Role>;

/** The errors of `leaveWorkspace`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type LeaveWorkspaceError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | WorkspaceArchived
  | Forbidden
  | NotWorkspaceMember
  | LastWorkspaceAdmin
  | CommandFailure;

export function leaveWorkspaceSchema() {
  const actor = z.strictObject({ userId }, { error: "must be { userId }, because a system cannot be a member" });
  return z.strictObject({ ...commandFields, workspaceId, actor });
}

export const leaveWorkspace: CommandDefinition<
  LeaveWorkspace,
  RemoveMembersResult,
  InvalidInput,
  LeaveWorkspaceRefusal
> = {
  name: "leaveWorkspace",
  parser: () => parserOf(leaveWorkspaceSchema()),
  need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
  decide: decideLeaveWorkspace,
};
