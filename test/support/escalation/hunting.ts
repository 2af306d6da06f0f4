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
 * Random histories until so many commands were judged. A failure names the seed, the shrunk plans, the law and the calls.
 *
 * The first seed is drawn, unless `ESCALATION_SEED` names one.
 */
export async function huntFor(budget: number): Promise<number> {
  const given = process.env["ESCALATION_SEED"];
  let seed = given === undefined ? Date.now() % 2 ** 31 : Number(given);
  let commands = 0;
  while (commands < budget) {
    await fc.assert(
      fc.asyncProperty(settings, beginning, requests, async (held, first, rest) => {
        commands += await hunt(held, [...first, ...rest]);
      }),
      // Unbiased: a few runs at a time would all be of the small values with which fast-check begins.
      { seed, numRuns: runsAtOnce, unbiased: true },
    );
    seed = (seed + 1) % 2 ** 31;
  }
  return commands;
}
