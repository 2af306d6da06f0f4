import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StatementMutant } from "./parts.ts";

/** Survivors that someone has looked at, and why no case can see them. */
export interface KnownSurvivors {
  /** Why nobody sees it. */
  readonly reason: string;
  /** A piece of the statement's text, on one line. */
  readonly statement: string;
  /** The exact changes. */
  readonly changes: readonly string[];
}

export function knownSurvivors(store: string): readonly KnownSurvivors[] {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, `known-survivors-${store}.json`), "utf8"),
  ) as KnownSurvivors[];
}

/** The entry for a mutant, if there is one. */
export function entryOf(
  known: readonly KnownSurvivors[],
  { part, change }: StatementMutant,
): KnownSurvivors | undefined {
  return known.find(({ statement, changes }) => part.includes(statement) && changes.includes(change));
}
