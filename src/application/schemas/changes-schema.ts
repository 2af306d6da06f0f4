import type { Result } from "neverthrow";
import { z } from "zod";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import { organizationId } from "./fields.ts";
import { wholeNumber } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface FollowChanges {
  readonly organizationId: OrganizationId;
  /** The sequence of the last event already seen; 0 for all. */
  readonly after: number;
  readonly signal: AbortSignal | undefined;
}

const isSignal = (value: unknown): boolean => typeof value === "object" && value !== null && "aborted" in value;
const signal = z.custom<AbortSignal>(isSignal, { error: "must be an AbortSignal" }).optional();

const schema: z.ZodType<FollowChanges> = z
  .strictObject({ organizationId, after: wholeNumber(0).default(0), signal })
  .transform((asked) => ({ ...asked, signal: asked.signal }));

export function parseFollowChanges(input: unknown): Result<FollowChanges, InvalidInput> {
  return parseInput(schema, input);
}
