import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceNameTaken } from "../../domain/workspace/workspace-name-taken.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import type { WorkspaceResult } from "../../domain/authority/manage-workspace.ts";
import {
  decideUpdateWorkspace,
  type UpdateWorkspace,
  type UpdateWorkspaceRefusal,
} from "../../domain/decisions/update-workspace.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { membersNeed } from "../engine/needs.ts";
import { type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import { description, name } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

/** The input of `updateWorkspace`. */
export interface UpdateWorkspaceInput extends WorkspaceCommandInput {
  /** The new name. Omit it to keep the old one. */
  readonly name?: string | undefined;
  /** The new description, at most 1,000 code points. Omit it to keep the old one. */
  readonly description?: string | undefined;
}

/** The outcome of `updateWorkspace`. */
export interface UpdateWorkspaceOutcome extends CommandReceipt {
  readonly workspaceId: WorkspaceId;
  /** The name that it has now. */
  readonly name: string;
  /** The description that it has now. */
  readonly description: string;
}

/** The errors of `updateWorkspace`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type UpdateWorkspaceError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | WorkspaceArchived
  | Forbidden
  | WorkspaceNameTaken
  | CommandFailure;

export function updateWorkspaceSchema() {
  return z
    .strictObject({ ...workspaceFields, name: name.optional(), description: description.optional() })
    .transform((command) => ({ ...command, name: command.name, description: command.description }));
}

export const updateWorkspace: CommandDefinition<
  UpdateWorkspace,
  WorkspaceResult,
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
