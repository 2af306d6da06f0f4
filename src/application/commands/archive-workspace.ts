import { decideArchiveWorkspace } from "../../domain/decisions/archive-workspace.ts";
import type {
  ManageWorkspace,
  ManageWorkspaceRefusal,
  WorkspaceIsChanged,
} from "../../domain/authority/manage-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { archiveWorkspaceParser } from "../schemas/archive-workspace-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const archiveWorkspace: CommandDefinition<
  ManageWorkspace,
  WorkspaceIsChanged,
  InvalidInput,
  ManageWorkspaceRefusal
> = {
  name: "archiveWorkspace",
  parser: archiveWorkspaceParser,
  need: ({ workspaceId, actor }) => membersNeed(workspaceId, actor, []),
  decide: decideArchiveWorkspace,
};
