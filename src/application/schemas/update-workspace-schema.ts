import type { Result } from "neverthrow";
import { z } from "zod";
import type { UpdateWorkspace } from "../../domain/decisions/update-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { actorFields, description, name, workspaceId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const schema: z.ZodType<UpdateWorkspace> = z
  .strictObject({ ...actorFields, workspaceId, name: name.optional(), description: description.optional() })
  .transform((command) => ({ ...command, name: command.name, description: command.description }));

export function updateWorkspaceParser(): (input: unknown) => Result<UpdateWorkspace, InvalidInput> {
  return (input) => parseInput(schema, input);
}
