import fc from "fast-check";
import { beginning } from "./beginning.ts";
import { hunt } from "./hunt.ts";
import { type Plan, plan } from "./plans.ts";
import { scenario } from "./scenarios.ts";
import { settings } from "./settings.ts";

const runsAtOnce = 20;
const some = fc.oneof({ weight: 30, arbitrary: plan.map((one) => [one]) }, { weight: 1, arbitrary: scenario });
export const requests: fc.Arbitrary<readonly Plan[]> = fc
  .array<readonly Plan[]>(some, { minLength: 1, maxLength: 80, size: "max" })
  .map((parts) => parts.flat());

/**
 * Plays random histories until `budget` commands were checked. A failure shows the seed, the shrunk plans, the broken law and the calls.
 *
 * The first seed is random, unless `ESCALATION_SEED` is set.
 */
export async function huntFor(budget: number): Promise<number> {
  const fixedSeed = process.env["ESCALATION_SEED"];
  let seed = fixedSeed === undefined ? Date.now() % 2 ** 31 : Number(fixedSeed);
  let commands = 0;
  while (commands < budget) {
    await fc.assert(
      fc.asyncProperty(settings, beginning, requests, async (held, first, rest) => {
        commands += await hunt(held, [...first, ...rest]);
      }),
      // fast-check begins with small values, so with bias these few runs would draw nothing else.
      { seed, numRuns: runsAtOnce, unbiased: true },
    );
    seed = (seed + 1) % 2 ** 31;
  }
  return commands;
}
