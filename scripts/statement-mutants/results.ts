import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StatementMutant } from "./parts.ts";

/** How one mutant ended. */
export interface MutantResult extends StatementMutant {
  readonly verdict: "killed" | "timed out" | "refused" | "survived";
  /** The case that failed first. */
  readonly killedBy: string | null;
  readonly ms: number;
}

/** The results so far, kept in a file so that a run can be continued. */
export interface Results {
  of(mutant: StatementMutant): MutantResult | undefined;
  add(result: MutantResult): void;
}

export function openResults(file: string, isFresh: boolean): Results {
  const found = new Map<string, MutantResult>();
  if (!isFresh) for (const result of stored(file)) found.set(keyOf(result), result);
  mkdirSync(dirname(file), { recursive: true });
  return {
    of: (mutant) => found.get(keyOf(mutant)),
    add(result) {
      found.set(keyOf(result), result);
      writeFileSync(file, JSON.stringify([...found.values()], null, 1));
    },
  };
}

function stored(file: string): readonly MutantResult[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as MutantResult[];
  } catch {
    return [];
  }
}

function keyOf({ part, change }: StatementMutant): string {
  return JSON.stringify([part, change]);
}
