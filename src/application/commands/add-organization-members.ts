import {
  type AddOrganizationMembers,
  type AddOrganizationMembersRefusal,
  decideAddOrganizationMembers,
  type OrganizationMembersAreAdded,
} from "../../domain/decisions/add-organization-members.ts";
import type { InvalidInput } from "../errors.ts";
import { addOrganizationMembersParser } from "../schemas/add-organization-members-schema.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { actorIds } from "../engine/actor-ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";

export const addOrganizationMembers: CommandDefinition<
  AddOrganizationMembers,
  OrganizationMembersAreAdded,
  InvalidInput | BatchRefusal,
  AddOrganizationMembersRefusal
> = {
  name: "addOrganizationMembers",
  parser: addOrganizationMembersParser,
  need: ({ actor, members }) => ({ members: [...actorIds(actor), ...members.map(({ userId }) => userId)] }),
  decide: decideAddOrganizationMembers,
};
