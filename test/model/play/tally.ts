/** Counts by name, so that a test can check that its histories cover what they should. */
export interface Tally {
  count(name: string): void;
  of(name: string): number;
  /** The names that were never counted. */
  missing(names: readonly string[]): readonly string[];
  /** All names with their counts, the rarest first. */
  table(): readonly (readonly [string, number])[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const of = (name: string): number => counts.get(name) ?? 0;
  return {
    count: (name) => void counts.set(name, of(name) + 1),
    of,
    missing: (names) => names.filter((name) => of(name) === 0),
    table: () => [...counts].sort(([, left], [, right]) => left - right),
  };
}
