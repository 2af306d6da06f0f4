import { nameKey } from "../../domain/values/name-key.ts";
import {
  decideRestoreWorkspace,
  type RestoreWorkspace,
  type RestoreWorkspaceRefusal,
  type WorkspaceIsRestored,
} from "../../domain/decisions/restore-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { restoreWorkspaceParser } from "../schemas/restore-workspace-schema.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const restoreWorkspace: CommandDefinition<
  RestoreWorkspace,
  WorkspaceIsRestored,
  InvalidInput,
  RestoreWorkspaceRefusal
> = {
  name: "restoreWorkspace",
  parser: restoreWorkspaceParser,
  need: ({ workspaceId, actor, admin, name }) => ({
    ...membersNeed(workspaceId, actor, admin === null ? [] : [admin]),
    workspaceNames: name === undefined ? [] : [nameKey(name)],
    namesakesOf: name === undefined ? [workspaceId] : [],
  }),
  decide: decideRestoreWorkspace,
};
