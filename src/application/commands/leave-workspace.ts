import { z } from "zod";
import {
  decideLeaveWorkspace,
  type LeaveWorkspace,
  type LeaveWorkspaceRefusal,
} from "../../domain/decisions/leave-workspace.ts";
import type { MembersAreRemoved } from "../../domain/decisions/remove-members.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { membersNeed } from "../engine/members-need.ts";
import { commandFields, type CommandInput } from "../schemas/command-fields.ts";
import { userId, workspaceId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

export interface LeaveWorkspaceInput extends CommandInput {
  readonly workspaceId: string;
  /** The user who leaves. */
  readonly actor: { readonly userId: string };
}

export type LeaveWorkspaceOutcome<Role extends string = string> = MembersAreRemoved<Role> & Executed;
export type LeaveWorkspaceError = CommandError<LeaveWorkspaceRefusal>;

export function leaveWorkspaceSchema() {
  const actor = z.strictObject({ userId }, { error: "must be { userId }: a system is nowhere a member" });
  return z.strictObject({ ...commandFields, workspaceId, actor });
}

export const leaveWorkspace: CommandDefinition<LeaveWorkspace, MembersAreRemoved, InvalidInput, LeaveWorkspaceRefusal> =
  {
    name: "leaveWorkspace",
    parser: () => parserOf(leaveWorkspaceSchema()),
    need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
    decide: decideLeaveWorkspace,
  };
