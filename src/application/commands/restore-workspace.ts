import { z } from "zod";
import {
  decideRestoreWorkspace,
  type RestoreWorkspace,
  type RestoreWorkspaceRefusal,
  type WorkspaceIsRestored,
} from "../../domain/decisions/restore-workspace.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { membersNeed } from "../engine/members-need.ts";
import { type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import { name, optional, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

export interface RestoreWorkspaceInput extends WorkspaceCommandInput {
  /** A new name, for one that was taken meanwhile. */
  readonly name?: string | undefined;
  /** An organization member who becomes its admin if it has none left; `newAdmin` of the outcome tells whether. */
  readonly admin?: string | null | undefined;
}

export type RestoreWorkspaceOutcome = WorkspaceIsRestored & Executed;
export type RestoreWorkspaceError = CommandError<RestoreWorkspaceRefusal>;

export function restoreWorkspaceSchema() {
  return z
    .strictObject({ ...workspaceFields, name: name.optional(), admin: optional(userId) })
    .transform((command) => ({ ...command, name: command.name }));
}

export const restoreWorkspace: CommandDefinition<
  RestoreWorkspace,
  WorkspaceIsRestored,
  InvalidInput,
  RestoreWorkspaceRefusal
> = {
  name: "restoreWorkspace",
  parser: () => parserOf(restoreWorkspaceSchema()),
  need: ({ workspaceId, actor, admin, name }) => ({
    ...membersNeed(workspaceId, actor, admin === null ? [] : [admin]),
    workspaceNames: name === undefined ? [] : [nameKey(name)],
    namesakesOf: name === undefined ? [workspaceId] : [],
  }),
  decide: decideRestoreWorkspace,
};
