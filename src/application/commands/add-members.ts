import { type AddMembersRefusal, decideAddMembers, type MembersAreAdded } from "../../domain/decisions/add-members.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { type RoleRequests, roleRequestsParser } from "../schemas/role-requests-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const addMembers: CommandDefinition<
  RoleRequests,
  MembersAreAdded,
  InvalidInput | BatchRefusal,
  AddMembersRefusal
> = {
  name: "addMembers",
  parser: roleRequestsParser,
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideAddMembers,
};
