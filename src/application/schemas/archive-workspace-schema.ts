import type { Result } from "neverthrow";
import { z } from "zod";
import type { ManageWorkspace } from "../../domain/authority/manage-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { actorFields, workspaceId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const schema: z.ZodType<ManageWorkspace> = z.strictObject({ ...actorFields, workspaceId });

export function archiveWorkspaceParser(): (input: unknown) => Result<ManageWorkspace, InvalidInput> {
  return (input) => parseInput(schema, input);
}
