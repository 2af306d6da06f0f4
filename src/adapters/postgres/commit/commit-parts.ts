import type { Scope } from "../scope.ts";

/**
 * What the tables contribute to the one statement of a commit. All of it sees the snapshot that the statement began with,
 * and no row may be written by two of the parts.
 */
export interface CommitParts extends Scope {
  /** Reads, in order, each with its name. */
  readonly reads: string[];
  /** What must hold before anything is written: rows are as the batch says. */
  readonly conditions: string[];
  /** Writes, each with its name; each reads from `advanced`, which has no row unless the guard moved. */
  readonly writes: string[];
  /** What must hold afterwards: as many rows were written as meant. An outside writer can spoil it. */
  readonly counts: string[];
}

export function commitParts(scope: Scope): CommitParts {
  return { ...scope, reads: [], conditions: [], writes: [], counts: [] };
}

/** Requires that a query gives so many rows. */
export function rowsOf(query: string, rows: string): string {
  return `(SELECT count(*) FROM ${query}) = ${rows}`;
}
