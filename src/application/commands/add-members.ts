import {
  type AddMembers,
  type AddMembersRefusal,
  decideAddMembers,
  type MembersAreAdded,
} from "../../domain/role-assignment/add-members.ts";
import type { InvalidInput } from "../errors.ts";
import { addMembersParser } from "../schemas/add-members-schema.ts";
import type { BatchRefusal } from "../schemas/batch-schema.ts";
import { actorIds } from "./actor-ids.ts";
import type { CommandDefinition } from "./command-definition.ts";

export const addMembers: CommandDefinition<
  AddMembers,
  MembersAreAdded,
  InvalidInput | BatchRefusal,
  AddMembersRefusal
> = {
  name: "addMembers",
  parser: addMembersParser,
  need({ workspaceId, actor, members }) {
    const userIds = [...actorIds(actor), ...members.map(({ userId }) => userId)];
    return { members: userIds, workspaces: [workspaceId], assignments: [{ workspaceId, userIds }] };
  },
  decide: decideAddMembers,
};
