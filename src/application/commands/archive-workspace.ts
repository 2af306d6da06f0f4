import { decideArchiveWorkspace } from "../../domain/workspace/archive-workspace.ts";
import type {
  ManageWorkspace,
  ManageWorkspaceRefusal,
  WorkspaceIsChanged,
} from "../../domain/workspace/manage-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { archiveWorkspaceParser } from "../schemas/archive-workspace-schema.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { membersNeed } from "./members-need.ts";

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
