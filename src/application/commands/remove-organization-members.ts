import {
  decideRemoveOrganizationMembers,
  type OrganizationMembersAreRemoved,
  type RemoveOrganizationMembers,
  type RemoveOrganizationMembersRefusal,
} from "../../domain/organization/remove-organization-members.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { removeOrganizationMembersParser } from "../schemas/remove-organization-members-schema.ts";
import { actorIds } from "./actor-ids.ts";
import type { CommandDefinition } from "./command-definition.ts";

export const removeOrganizationMembers: CommandDefinition<
  RemoveOrganizationMembers,
  OrganizationMembersAreRemoved,
  InvalidInput | BatchRefusal,
  RemoveOrganizationMembersRefusal
> = {
  name: "removeOrganizationMembers",
  parser: removeOrganizationMembersParser,
  need({ actor, userIds, successor }) {
    const involved = successor === null ? userIds : [...userIds, successor];
    return { members: [...actorIds(actor), ...involved], assignmentsOf: involved };
  },
  decide: decideRemoveOrganizationMembers,
};
