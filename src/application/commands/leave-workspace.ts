import {
  decideLeaveWorkspace,
  type LeaveWorkspace,
  type LeaveWorkspaceRefusal,
} from "../../domain/decisions/leave-workspace.ts";
import type { MembersAreRemoved } from "../../domain/decisions/remove-members.ts";
import type { InvalidInput } from "../errors.ts";
import { leaveWorkspaceParser } from "../schemas/leave-workspace-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const leaveWorkspace: CommandDefinition<LeaveWorkspace, MembersAreRemoved, InvalidInput, LeaveWorkspaceRefusal> =
  {
    name: "leaveWorkspace",
    parser: leaveWorkspaceParser,
    need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
    decide: decideLeaveWorkspace,
  };
