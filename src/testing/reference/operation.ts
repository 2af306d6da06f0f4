import type { Result } from "neverthrow";
import type { Roster } from "../../application/roster.ts";
import { plainText } from "../text/plain-text.ts";

type AnyRoster = Roster<string, string>;

/** The methods that a client may call: commands, and queries with one answer. */
type MethodName = Exclude<keyof AnyRoster, "preview" | "changes" | "maintenance" | "createOrganization">;

/** One call of a roster, as data. */
export type Operation = {
  readonly [Name in MethodName]: { readonly name: Name; readonly input: Parameters<AnyRoster[Name]>[0] };
}[MethodName];

/** An operation with its id. The roster and the reference derive the same ids from it. */
export type Issued = Operation & { readonly operationId: string };

/** An answer: its value, and its text, by which answers are compared. */
export interface Answer {
  readonly value: { readonly done: unknown } | { readonly refused: { readonly code: string } };
  readonly text: string;
}

/** Converts a result into the form in which answers are compared and shown. */
export function answerOf(result: Result<unknown, { readonly code: string }>): Answer {
  const value = result.isOk() ? { done: result.value } : { refused: result.error };
  return { value, text: plainText(value) };
}
