import type { WorkspaceId } from "../../domain/values/ids.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import {
  type CreateWorkspace,
  type CreateWorkspaceRefusal,
  decideCreateWorkspace,
  type WorkspaceIsCreated,
} from "../../domain/decisions/create-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { repeatedId } from "../engine/repeated-id.ts";
import { createWorkspaceParser } from "../schemas/create-workspace-schema.ts";
import { actorIds } from "../engine/actor-ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";

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
