import { z } from "zod";
import {
  type ChangeRoles,
  type ChangeRolesRefusal,
  decideChangeRoles,
  type RolesAreChanged,
} from "../../domain/decisions/change-roles.ts";
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

export interface ChangeRolesInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000 members of the workspace, each with their new role. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

export type ChangeRolesOutcome<Role extends string = string> = RolesAreChanged<Role> & Executed;
export type ChangeRolesError = CommandError<ChangeRolesRefusal | BatchRefusal>;

export function changeRolesSchema({ workspaceRoles, largestBatch }: ParserContext) {
  const member = z.strictObject({ userId, role: workspaceRole(workspaceRoles) });
  return z.strictObject({ ...workspaceFields, members: batchOf(member, largestBatch), mode });
}

export const changeRoles: CommandDefinition<
  ChangeRoles,
  RolesAreChanged,
  InvalidInput | BatchRefusal,
  ChangeRolesRefusal
> = {
  name: "changeRoles",
  parser: (context) => parserOf(changeRolesSchema(context)),
  need: ({ workspaceId, actor, members }) =>
    membersNeed(
      workspaceId,
      actor,
      members.map(({ userId }) => userId),
    ),
  decide: decideChangeRoles,
};
