import type { Result } from "neverthrow";
import { z } from "zod";
import type { Undo } from "../../domain/decisions/undo.ts";
import type { InvalidInput } from "../errors.ts";
import { actorFields, operationId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const schema: z.ZodType<Undo> = z
  .strictObject({ ...actorFields, operationId })
  .transform((command) => ({ ...command, events: [] }));

export function undoParser(): (input: unknown) => Result<Undo, InvalidInput> {
  return (input) => parseInput(schema, input);
}
