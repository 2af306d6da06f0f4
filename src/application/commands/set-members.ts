import { decideSetMembers, type MembersAreSet, type SetMembersRefusal } from "../../domain/decisions/set-members.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { type RoleRequests, roleRequestsParser } from "../schemas/role-requests-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const setMembers: CommandDefinition<
  RoleRequests,
  MembersAreSet,
  InvalidInput | BatchRefusal,
  SetMembersRefusal
> = {
  name: "setMembers",
  parser: roleRequestsParser,
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideSetMembers,
};
