/** Counts by name, so that a test can tell whether its histories were about what they should be about. */
export interface Tally {
  count(name: string): void;
  of(name: string): number;
  /** Those of the names that never came up. */
  missing(names: readonly string[]): readonly string[];
  /** Every name with its count, the rarest first. */
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
