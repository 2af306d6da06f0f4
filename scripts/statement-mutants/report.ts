import { entryOf, knownSurvivors } from "./known-survivors.ts";
import type { MutantResult } from "./results.ts";

/** Prints the numbers and each survivor without a reason. 1 if there is one, or if a listed survivor is gone. */
export function report(store: string, results: readonly MutantResult[], isFull: boolean): 0 | 1 {
  const known = knownSurvivors(store);
  const survivors = results.filter(({ verdict }) => verdict === "survived");
  const unexplained = survivors.filter((mutant) => entryOf(known, mutant) === undefined);
  const stale = isFull
    ? known.flatMap((entry) =>
        entry.changes
          .filter((change) => !survivors.some((mutant) => mutant.change === change && entryOf([entry], mutant)))
          .map((change) => ({ ...entry, change })),
      )
    : [];

  const rows = [
    ["mutants", results.length],
    ["killed by a case", count("killed")],
    ["killed by the time limit", count("timed out")],
    ["refused by the engine", count("refused")],
    ["survived with a reason", survivors.length - unexplained.length],
    ["survived without a reason", unexplained.length],
  ] as const;
  console.log(`\nStatement mutants of ${store}\n`);
  for (const [name, number] of rows) console.log(`  ${name.padEnd(28)}${String(number).padStart(6)}`);
  for (const { part, change } of unexplained) console.log(`\nSURVIVED  ${change}\n  in ${part}`);
  for (const { statement, change } of stale) console.log(`\nLISTED BUT NO SURVIVOR  ${change}\n  in ${statement}`);
  return unexplained.length + stale.length === 0 ? 0 : 1;

  function count(verdict: MutantResult["verdict"]): number {
    return results.filter((result) => result.verdict === verdict).length;
  }
}
