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
    // An actor who stays and manages the members of a workspace is an admin of it, so it needs no successor: whether they
    // may name one is told by the roles of those who leave. Of the successor no more than that: an administrator may have a role in each of many thousand workspaces.
    const successors = successor === null ? [] : [successor];
    return {
      members: [...actorIds(actor), ...userIds, ...successors],
      assignmentsOf: userIds,
      assignmentsBeside: successors,
    };
  },
  decide: decideRemoveOrganizationMembers,
};
