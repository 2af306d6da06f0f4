import { nameKey } from "../../domain/shared/name-key.ts";
import type { WorkspaceIsChanged } from "../../domain/workspace/manage-workspace.ts";
import {
  decideUpdateWorkspace,
  type UpdateWorkspace,
  type UpdateWorkspaceRefusal,
} from "../../domain/workspace/update-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { updateWorkspaceParser } from "../schemas/update-workspace-schema.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { membersNeed } from "./members-need.ts";

export const updateWorkspace: CommandDefinition<
  UpdateWorkspace,
  WorkspaceIsChanged,
  InvalidInput,
  UpdateWorkspaceRefusal
> = {
  name: "updateWorkspace",
  parser: updateWorkspaceParser,
  need: ({ workspaceId, actor, name }) => ({
    ...membersNeed(workspaceId, actor, []),
    workspaceNames: name === undefined ? [] : [nameKey(name)],
  }),
  decide: decideUpdateWorkspace,
};
