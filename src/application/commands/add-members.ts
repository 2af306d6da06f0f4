import { z } from "zod";
import {
  type AddMembers,
  type AddMembersRefusal,
  decideAddMembers,
  type MembersAreAdded,
} from "../../domain/decisions/add-members.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { membersNeed } from "../engine/members-need.ts";
import { batchOf, type BatchRefusal } from "../schemas/batch.ts";
import { type BatchInput, mode, type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import { userId, workspaceRole } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

export interface AddMembersInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 organization members, each with the role they get. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

export type AddMembersOutcome<Role extends string = string> = MembersAreAdded<Role> & Executed;
export type AddMembersError<Role extends string = string> = CommandError<AddMembersRefusal<Role> | BatchRefusal>;

export function addMembersSchema({ workspaceRoles, largestBatch }: ParserContext) {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  return z.strictObject({ ...workspaceFields, members: batchOf(member, largestBatch), mode });
}

export const addMembers: CommandDefinition<
  AddMembers,
  MembersAreAdded,
  InvalidInput | BatchRefusal,
  AddMembersRefusal
> = {
  name: "addMembers",
  parser: (context) => parserOf(addMembersSchema(context)),
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideAddMembers,
};
