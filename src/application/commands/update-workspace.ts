import { z } from "zod";
import type { WorkspaceIsChanged } from "../../domain/authority/manage-workspace.ts";
import {
  decideUpdateWorkspace,
  type UpdateWorkspace,
  type UpdateWorkspaceRefusal,
} from "../../domain/decisions/update-workspace.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { membersNeed } from "../engine/members-need.ts";
import { type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import { description, name } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

export interface UpdateWorkspaceInput extends WorkspaceCommandInput {
  /** Absent to keep it. */
  readonly name?: string | undefined;
  /** Absent to keep it. */
  readonly description?: string | undefined;
}

export type UpdateWorkspaceOutcome = WorkspaceIsChanged & Executed;
export type UpdateWorkspaceError = CommandError<UpdateWorkspaceRefusal>;

export function updateWorkspaceSchema() {
  return z
    .strictObject({ ...workspaceFields, name: name.optional(), description: description.optional() })
    .transform((command) => ({ ...command, name: command.name, description: command.description }));
}

export const updateWorkspace: CommandDefinition<
  UpdateWorkspace,
  WorkspaceIsChanged,
  InvalidInput,
  UpdateWorkspaceRefusal
> = {
  name: "updateWorkspace",
  parser: () => parserOf(updateWorkspaceSchema()),
  need: ({ workspaceId, actor, name }) => ({
    ...membersNeed(workspaceId, actor, []),
    workspaceNames: name === undefined ? [] : [nameKey(name)],
  }),
  decide: decideUpdateWorkspace,
};
