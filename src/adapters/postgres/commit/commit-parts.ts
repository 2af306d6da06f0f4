import type { Scope } from "../scope.ts";

/**
 * What each table contributes to the one statement of a commit. All parts see the snapshot with which the statement
 * began, and no two parts may write the same row.
 */
export interface CommitParts extends Scope {
  /** Named subqueries that read, in order. */
  readonly reads: string[];
  /** What must hold before anything is written: the stored rows are as the batch expects them. */
  readonly conditions: string[];
  /** Named subqueries that write. Each reads from `guard_moved`, which has no row unless the guard moved. */
  readonly writes: string[];
  /** What must hold afterwards: as many rows were written as expected. Only a writer outside the roster can break this. */
  readonly counts: string[];
}

export function commitParts(scope: Scope): CommitParts {
  return { ...scope, reads: [], conditions: [], writes: [], counts: [] };
}

/** The condition that a query returns this many rows. */
export function rowsOf(query: string, rows: string): string {
  return `(SELECT count(*) FROM ${query}) = ${rows}`;
}
