/** Whether somebody has time and asks for more histories than `npm test` plays, by `ROSTER_MODEL_RUNS`. */
export const isLongRun = process.env["ROSTER_MODEL_RUNS"] !== undefined;

/** How long a test may take, in milliseconds. */
export const patience = isLongRun ? 3_600_000 : 60_000;

/** The most commands of one history; the mean is half as many. */
export const longestHistory = isLongRun ? 100 : 50;

/** How many histories are played, and with `ROSTER_MODEL_SEED` which ones. */
export function parameters(byDefault: number): {
  readonly numRuns: number;
  readonly unbiased: boolean;
  readonly seed?: number;
} {
  const { ROSTER_MODEL_RUNS: numRuns = byDefault, ROSTER_MODEL_SEED: seed } = process.env;
  // Unbiased: long histories are what this is about, and all values are few anyway.
  return { numRuns: Number(numRuns), unbiased: true, ...(seed === undefined ? {} : { seed: Number(seed) }) };
}
