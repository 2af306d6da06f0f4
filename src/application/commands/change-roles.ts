import {
  type ChangeRolesRefusal,
  decideChangeRoles,
  type RolesAreChanged,
} from "../../domain/decisions/change-roles.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { type RoleRequests, roleRequestsParser } from "../schemas/role-requests-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const changeRoles: CommandDefinition<
  RoleRequests,
  RolesAreChanged,
  InvalidInput | BatchRefusal,
  ChangeRolesRefusal
> = {
  name: "changeRoles",
  parser: roleRequestsParser,
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideChangeRoles,
};
