import { nameKey } from "../../domain/values/name-key.ts";
import type { WorkspaceIsChanged } from "../../domain/authority/manage-workspace.ts";
import {
  decideUpdateWorkspace,
  type UpdateWorkspace,
  type UpdateWorkspaceRefusal,
} from "../../domain/decisions/update-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { updateWorkspaceParser } from "../schemas/update-workspace-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

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
