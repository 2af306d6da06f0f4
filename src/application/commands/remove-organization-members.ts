import {
  decideRemoveOrganizationMembers,
  isSingleDeparture,
  type OrganizationMembersAreRemoved,
  type RemoveOrganizationMembers,
  type RemoveOrganizationMembersRefusal,
} from "../../domain/decisions/remove-organization-members.ts";
import type { InvalidInput } from "../errors.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { removeOrganizationMembersParser } from "../schemas/remove-organization-members-schema.ts";
import { actorIds } from "../engine/actor-ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";

export const removeOrganizationMembers: CommandDefinition<
  RemoveOrganizationMembers,
  OrganizationMembersAreRemoved,
  InvalidInput | BatchRefusal,
  RemoveOrganizationMembersRefusal
> = {
  name: "removeOrganizationMembers",
  parser: removeOrganizationMembersParser,
  isUnbounded: isSingleDeparture,
  need(command, { largestCommit }) {
    const { actor, userIds, successor } = command;
    // An actor who stays and manages the members of a workspace is an admin of it, so it needs no successor: whether they
    // may name one is told by the roles of those who leave. Of the successor no more than that: an administrator may
    // have a role in each of many thousand workspaces.
    const successors = successor === null ? [] : [successor];
    return {
      members: [...actorIds(actor), ...userIds, ...successors],
      assignmentsOf: userIds,
      // One more than a commit carries tells that they are too many; the rest need not be read to refuse them.
      maxAssignmentsOf: isSingleDeparture(command) ? null : largestCommit + 1,
      assignmentsBeside: successors,
    };
  },
  decide: decideRemoveOrganizationMembers,
};
