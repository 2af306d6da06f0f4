import { z } from "zod";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { maxSearchLength, typedWords } from "../../domain/values/search-words.ts";
import { optional, organizationId } from "./fields.ts";

/** What every query takes. */
export interface QueryInput {
  readonly organizationId: string;
  /**
   * Waits until the store shows this revision, up to the deadline: for reading on another node what a command did. Only a
   * reader who may see the answer is told that the revision was not reached.
   */
  readonly atLeast?: number | null | undefined;
}

/** What every list takes. */
export interface ListInput extends QueryInput {
  /** 1 to 500, default 50. */
  readonly limit?: number | undefined;
  /** The `next` of the page before. */
  readonly after?: string | null | undefined;
}

/** What every list that can be searched takes. */
export interface SearchInput {
  /** Only what matches every word typed, as a prefix; case and accents do not matter. At most 200 characters. */
  readonly search?: string | undefined;
}

/** A list's request, parsed. */
export interface ListRequest {
  readonly organizationId: OrganizationId;
  readonly words: readonly string[];
  readonly limit: number;
  readonly after: string | null;
  readonly atLeast: number | null;
}

/** Longest cursor in characters that is looked at: a position with the longest name key and id is shorter. */
export const maxCursorLength = 16_384;

const largestPage = 500;
const defaultPage = 50;

/** A count as JavaScript can hold it exactly. Minus zero is refused with the rest that is not meant. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): z.ZodType<number, number> {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  const isFit = (value: unknown): boolean =>
    Number.isSafeInteger(value) && !Object.is(value, -0) && (value as number) >= least && (value as number) <= most;
  return z.custom<number>(isFit, { error: `must be a whole number ${range}` });
}

const limit = wholeNumber(1, largestPage).default(defaultPage);
const cursor: z.ZodType<string, string> = z.custom<string>(
  (value) => typeof value === "string" && value.length <= maxCursorLength,
  {
    error: "must be the next of the page before",
  },
);
/** Text that every store takes: no lone surrogate, no NUL. */
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

/** What somebody typed into the list's search field, as words. */
export const words = search.default("").transform(typedWords);

/** Events can also be read on from a known sequence. */
export const eventsAfter = optional(
  z.union([cursor, wholeNumber(0)], { error: "must be the next of the page before, or a sequence" }),
);
