import {
  decideLeaveWorkspace,
  type LeaveWorkspace,
  type LeaveWorkspaceRefusal,
} from "../../domain/role-assignment/leave-workspace.ts";
import type { MembersAreRemoved } from "../../domain/role-assignment/remove-members.ts";
import type { InvalidInput } from "../errors.ts";
import { leaveWorkspaceParser } from "../schemas/leave-workspace-schema.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { membersNeed } from "./members-need.ts";

export const leaveWorkspace: CommandDefinition<LeaveWorkspace, MembersAreRemoved, InvalidInput, LeaveWorkspaceRefusal> =
  {
    name: "leaveWorkspace",
    parser: leaveWorkspaceParser,
    need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
    decide: decideLeaveWorkspace,
  };
