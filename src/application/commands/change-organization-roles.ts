import {
  type ChangeOrganizationRoles,
  type ChangeOrganizationRolesRefusal,
  decideChangeOrganizationRoles,
  type OrganizationRolesAreChanged,
} from "../../domain/decisions/change-organization-roles.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { changeOrganizationRolesParser } from "../schemas/change-organization-roles-schema.ts";
import { actorIds } from "../engine/actor-ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";

export const changeOrganizationRoles: CommandDefinition<
  ChangeOrganizationRoles,
  OrganizationRolesAreChanged,
  InvalidInput | BatchRefusal,
  ChangeOrganizationRolesRefusal
> = {
  name: "changeOrganizationRoles",
  parser: changeOrganizationRolesParser,
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideChangeOrganizationRoles,
};
