import { z } from "zod";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { longestSearch, typedWords } from "../../domain/values/search-words.ts";
import { longestCursor } from "./cursor.ts";
import { optional, organizationId } from "./fields.ts";

/** What every list is asked with. */
export interface ListRequest {
  readonly organizationId: OrganizationId;
  readonly words: readonly string[];
  readonly limit: number;
  readonly after: string | null;
  readonly atLeast: number | null;
}

const largestPage = 500;
const defaultPage = 50;

/** A count as JavaScript can hold it exactly. Minus zero is refused with the rest that is not meant. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): z.ZodType<number> {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
  const isFit = (value: unknown): boolean =>
    Number.isSafeInteger(value) && !Object.is(value, -0) && (value as number) >= least && (value as number) <= most;
  return z.custom<number>(isFit, { error: `must be a whole number ${range}` });
}

const limit = wholeNumber(1, largestPage).default(defaultPage);
const cursor = z.custom<string>((value) => typeof value === "string" && value.length <= longestCursor, {
  error: "must be the next of the page before",
});
/** Text that every store takes: no lone surrogate, no NUL. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

const search = z.custom<string>(
  (value) => typeof value === "string" && value.length <= longestSearch && isStorable(value),
  {
    error: `must be well-formed text of at most ${longestSearch} characters`,
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
