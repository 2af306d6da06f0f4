import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import type {
  ManageWorkspace,
  ManageWorkspaceRefusal,
  WorkspaceResult,
} from "../../domain/authority/manage-workspace.ts";
import { decideArchiveWorkspace } from "../../domain/decisions/archive-workspace.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import { membersNeed } from "../engine/needs.ts";
import { type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { UpdateWorkspaceOutcome } from "./update-workspace.ts";

/** The input of `archiveWorkspace`. */
export type ArchiveWorkspaceInput = WorkspaceCommandInput;

/** The outcome of `archiveWorkspace`. */
export type ArchiveWorkspaceOutcome = UpdateWorkspaceOutcome;

/** The errors of `archiveWorkspace`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type ArchiveWorkspaceError =
  InvalidInput | OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden | CommandFailure;

export function archiveWorkspaceSchema() {
  return z.strictObject(workspaceFields);
}

export const archiveWorkspace: CommandDefinition<
  ManageWorkspace,
  WorkspaceResult,
  InvalidInput,
  ManageWorkspaceRefusal
> = {
  name: "archiveWorkspace",
  parser: () => parserOf(archiveWorkspaceSchema()),
  need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
  decide: decideArchiveWorkspace,
};
