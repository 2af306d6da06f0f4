import type { Roster } from "../../application/roster.ts";

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
