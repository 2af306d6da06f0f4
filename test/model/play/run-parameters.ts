/** Whether `ROSTER_MODEL_RUNS` asks for another number of histories than `npm test` plays. */
export const isLongRun = process.env["ROSTER_MODEL_RUNS"] !== undefined;

/** Timeout of a test in milliseconds. */
export const timeout = isLongRun ? 3_600_000 : 60_000;

/** The maximum number of steps in one history; the mean is half of it. */
export const longestHistory = isLongRun ? 100 : 50;

/** The number of histories and, with `ROSTER_MODEL_SEED`, their seed. */
export function parameters(byDefault: number): {
  readonly numRuns: number;
  readonly unbiased: boolean;
  readonly seed?: number;
} {
  const { ROSTER_MODEL_RUNS: numRuns = byDefault, ROSTER_MODEL_SEED: seed } = process.env;
  // Without bias, because long histories matter and all values are drawn from a few anyway.
  return { numRuns: Number(numRuns), unbiased: true, ...(seed === undefined ? {} : { seed: Number(seed) }) };
}
