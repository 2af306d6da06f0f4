import type { Result } from "neverthrow";
import type { Roster } from "../../application/roster.ts";
import { plainText } from "../text/plain-text.ts";

type AnyRoster = Roster<string, string>;

/** What a client may ask of a roster: the commands and the queries that answer once. */
type Asked = Exclude<keyof AnyRoster, "preview" | "changes" | "maintenance" | "createOrganization">;

/** One call of a roster, as data. */
export type Operation = {
  readonly [Name in Asked]: { readonly name: Name; readonly input: Parameters<AnyRoster[Name]>[0] };
}[Asked];

/** An operation with the ids that it may use, so that the roster and the reference make the same ones. */
export type Issued = Operation & { readonly operationId: string };

/** What was answered: the value, and its text, by which answers are compared. */
export interface Answer {
  readonly value: { readonly done: unknown } | { readonly refused: { readonly code: string } };
  readonly text: string;
}

/** An answer as it is compared and shown. */
export function answerOf(result: Result<unknown, { readonly code: string }>): Answer {
  const value = result.isOk() ? { done: result.value } : { refused: result.error };
  return { value, text: plainText(value) };
}
