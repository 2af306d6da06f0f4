import type { Result } from "neverthrow";
import { z } from "zod";
import type { LeaveWorkspace } from "../../domain/decisions/leave-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { commandFields, userId, workspaceId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const actor = z.strictObject({ userId }, { error: "must be { userId }: a system is nowhere a member" });
const schema: z.ZodType<LeaveWorkspace> = z.strictObject({ ...commandFields, workspaceId, actor });

export function leaveWorkspaceParser(): (input: unknown) => Result<LeaveWorkspace, InvalidInput> {
  return (input) => parseInput(schema, input);
}
