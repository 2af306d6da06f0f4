import type { Result } from "neverthrow";
import { z } from "zod";
import type { UserId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import { userId } from "./fields.ts";
import { type ListRequest, pageFields } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface WorkspacesOf extends ListRequest {
  readonly userId: UserId;
}

const schema: z.ZodType<WorkspacesOf> = z
  .strictObject({ ...pageFields, userId })
  .transform((request) => ({ ...request, words: [] }));

export function workspacesOfParser(): (input: unknown) => Result<WorkspacesOf, InvalidInput> {
  return (input) => parseInput(schema, input);
}
