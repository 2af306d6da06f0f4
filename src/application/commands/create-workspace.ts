import type { WorkspaceId } from "../../domain/shared/ids.ts";
import { nameKey } from "../../domain/shared/name-key.ts";
import {
  type CreateWorkspace,
  type CreateWorkspaceRefusal,
  decideCreateWorkspace,
  type WorkspaceIsCreated,
} from "../../domain/workspace/create-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { repeatedId } from "../repeated-id.ts";
import { createWorkspaceParser } from "../schemas/create-workspace-schema.ts";
import { actorIds } from "./actor-ids.ts";
import type { CommandDefinition } from "./command-definition.ts";

export const createWorkspace: CommandDefinition<
  CreateWorkspace,
  WorkspaceIsCreated,
  InvalidInput,
  CreateWorkspaceRefusal
> = {
  name: "createWorkspace",
  parser: createWorkspaceParser,
  need: ({ actor, admin, workspaceId, name, addEveryone }, { freshId, largestBatch }) => ({
    members: [...actorIds(actor), admin],
    everyone: addEveryone ? largestBatch : null,
    workspaces: [workspaceId ?? (freshId as WorkspaceId)],
    workspaceNames: [nameKey(name)],
  }),
  decide: (facts, command, context) => {
    const decided = decideCreateWorkspace(facts, command, context);
    const isTaken = decided.isErr() && decided.error.code === "workspace_already_exists";
    if (isTaken && command.workspaceId === null) throw repeatedId(context.freshId);
    return decided;
  },
};
