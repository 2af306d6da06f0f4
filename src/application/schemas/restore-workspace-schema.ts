import type { Result } from "neverthrow";
import { z } from "zod";
import type { RestoreWorkspace } from "../../domain/decisions/restore-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { actorFields, name, optional, userId, workspaceId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const schema: z.ZodType<RestoreWorkspace> = z
  .strictObject({ ...actorFields, workspaceId, name: name.optional(), admin: optional(userId) })
  .transform((command) => ({ ...command, name: command.name }));

export function restoreWorkspaceParser(): (input: unknown) => Result<RestoreWorkspace, InvalidInput> {
  return (input) => parseInput(schema, input);
}
