import { z } from "zod";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { maxSearchLength, typedWords } from "../../domain/values/search-words.ts";
import { optional, organizationId } from "./fields.ts";

/** The input fields of every query. */
export interface QueryInput {
  readonly organizationId: string;
  /**
   * Waits until the store shows at least this revision, so that another node or a replica shows what a command did. At the
   * deadline, authorized readers get `revision_not_reached`; others get the refusal that they would get anyway.
   */
  readonly atLeast?: number | null | undefined;
}

/** The input fields of every list. */
export interface ListInput extends QueryInput {
  /** 1 to 500, default 50. */
  readonly limit?: number | undefined;
  /** The `next` of the previous page. */
  readonly after?: string | null | undefined;
}

/** The input fields of every list that can be searched. */
export interface SearchInput {
  /**
   * Matches an item if each typed word is a prefix of a word in its name or email. Case and accents are ignored. At most
   * 200 characters.
   */
  readonly search?: string | undefined;
}

/** The parsed input of a list. */
export interface ListRequest {
  readonly organizationId: OrganizationId;
  readonly words: readonly string[];
  readonly limit: number;
  readonly after: string | null;
  readonly atLeast: number | null;
}

/** The length limit of a cursor in characters: a position with the longest name key and id is shorter. */
export const maxCursorLength = 16_384;

const maxPageSize = 500;
const defaultPageSize = 50;

/** A whole number that JavaScript represents exactly. Minus zero is refused. */
export function wholeNumber(min: number, max: number = Number.MAX_SAFE_INTEGER): z.ZodType<number, number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${max}`;
  const isValid = (value: unknown): boolean =>
    Number.isSafeInteger(value) && !Object.is(value, -0) && (value as number) >= min && (value as number) <= max;
  return z.custom<number>(isValid, { error: `must be a whole number ${range}` });
}

const limit = wholeNumber(1, maxPageSize).default(defaultPageSize);
const cursor: z.ZodType<string, string> = z.custom<string>(
  (value) => typeof value === "string" && value.length <= maxCursorLength,
  {
    error: "must be the `next` of the previous page",
  },
);

/** Whether every store can hold the text: no lone surrogate, no NUL. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

const search: z.ZodType<string, string> = z.custom<string>(
  (value) => typeof value === "string" && value.length <= maxSearchLength && isStorable(value),
  {
    error: `must be well-formed text of at most ${maxSearchLength} characters`,
  },
);

/** The fields of every query. */
export const queryFields = {
  organizationId,
  atLeast: optional(wholeNumber(0)),
};

/** The fields of every list. */
export const pageFields = { ...queryFields, limit, after: optional(cursor) };

/** The words of the search text. */
export const words = search.default("").transform(typedWords);

/** Events can also be read from a known sequence on. */
export const eventsAfter = optional(
  z.union([cursor, wholeNumber(0)], { error: "must be the `next` of the previous page, or a sequence" }),
);
