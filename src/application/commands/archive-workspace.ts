import { z } from "zod";
import type {
  ManageWorkspace,
  ManageWorkspaceRefusal,
  WorkspaceIsChanged,
} from "../../domain/authority/manage-workspace.ts";
import { decideArchiveWorkspace } from "../../domain/decisions/archive-workspace.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { membersNeed } from "../engine/members-need.ts";
import { type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

export type ArchiveWorkspaceInput = WorkspaceCommandInput;
export type ArchiveWorkspaceOutcome = WorkspaceIsChanged & Executed;
export type ArchiveWorkspaceError = CommandError<ManageWorkspaceRefusal>;

export function archiveWorkspaceSchema() {
  return z.strictObject(workspaceFields);
}

export const archiveWorkspace: CommandDefinition<
  ManageWorkspace,
  WorkspaceIsChanged,
  InvalidInput,
  ManageWorkspaceRefusal
> = {
  name: "archiveWorkspace",
  parser: () => parserOf(archiveWorkspaceSchema()),
  need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
  decide: decideArchiveWorkspace,
};
