import { z } from "zod";
import {
  decideSetMembers,
  type MembersAreSet,
  type SetMembers,
  type SetMembersRefusal,
} from "../../domain/decisions/set-members.ts";
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

export interface SetMembersInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 organization members, each with the role they hold afterwards. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

export type SetMembersOutcome<Role extends string = string> = MembersAreSet<Role> & Executed;
export type SetMembersError = CommandError<SetMembersRefusal | BatchRefusal>;

export function setMembersSchema({ workspaceRoles, largestBatch }: ParserContext) {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  return z.strictObject({ ...workspaceFields, members: batchOf(member, largestBatch), mode });
}

export const setMembers: CommandDefinition<SetMembers, MembersAreSet, InvalidInput | BatchRefusal, SetMembersRefusal> =
  {
    name: "setMembers",
    parser: (context) => parserOf(setMembersSchema(context)),
    need: ({ workspaceId, actor, members }) =>
      membersNeed(
        workspaceId,
        actor,
        members.map(({ userId }) => userId),
      ),
    decide: decideSetMembers,
  };
