import type { Result } from "neverthrow";
import { z } from "zod";
import type { InvalidInput } from "../errors.ts";
import { wholeNumber } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface ForgetCommands {
  readonly olderThanDays: number;
}

const longestDays = 36_500;
const schema: z.ZodType<ForgetCommands> = z.strictObject({ olderThanDays: wholeNumber(1, longestDays) });

export function parseForgetCommands(input: unknown): Result<ForgetCommands, InvalidInput> {
  return parseInput(schema, input);
}
