import { storageContract } from "../../src/testing/storage-cases.ts";
import { runCase } from "../../src/bin/contract/run-case.ts";
import { isMutable, mutated, type StatementMutant } from "./parts.ts";
import { rewrittenStores } from "./stores.ts";

/** What a worker is asked: to record the statements of each case, or to try one mutant on some cases. */
export type Task =
  | { readonly kind: "record"; readonly cases: readonly number[] }
  | { readonly kind: "try"; readonly mutant: StatementMutant; readonly cases: readonly number[] };

/** What a case did on the unchanged store. */
export interface Recorded {
  readonly index: number;
  readonly title: string;
  readonly ms: number;
  readonly statements: readonly string[];
  readonly failure: string | null;
}

/** How a mutant ended: the case that failed, or null if none did. */
export interface Tried {
  readonly killedBy: string | null;
  readonly failure: string | null;
  /** Why the engine refused the statement; null if it did not. */
  readonly refused: string | null;
}

export const cases = storageContract();
const caseLimitMs = 30_000;

/** Answers the tasks of the parent process, one after the other. */
export function serve(url: string | null): void {
  let mutant: StatementMutant | null = null;
  let refusal: string | null = null;
  let seen = new Set<string>();
  const rewritten = new Map<string, string>();
  const harness = rewrittenStores(url, {
    rewrite(sql) {
      if (!isMutable(sql)) return sql;
      if (mutant === null) {
        seen.add(sql);
        return sql;
      }
      const known = rewritten.get(sql) ?? mutated(sql, mutant);
      rewritten.set(sql, known);
      return known;
    },
    refused(message) {
      refusal = message;
    },
  });

  async function record(index: number): Promise<Recorded> {
    seen = new Set();
    const { failure, ms, title } = await run(index);
    return { index, title, ms, statements: [...seen], failure };
  }

  async function tryOn(indexes: readonly number[]): Promise<Tried> {
    for (const index of indexes) {
      const { failure, title } = await run(index);
      if (failure !== null) return { killedBy: title, failure, refused: refusal };
    }
    return { killedBy: null, failure: null, refused: refusal };
  }

  async function run(
    index: number,
  ): Promise<{ readonly failure: string | null; readonly ms: number; readonly title: string }> {
    const each = cases[index];
    if (each === undefined) throw new Error(`There is no case ${index}.`);
    const { failure, totalMs, group, name } = await runCase(each, harness, caseLimitMs);
    const { message = "thrown without a message" } = Object(failure) as { readonly message?: string };
    return {
      failure: failure === null ? null : message.slice(0, 300),
      ms: totalMs,
      title: `${group} › ${name}`,
    };
  }

  process.on("message", (task: Task) => {
    mutant = task.kind === "try" ? task.mutant : null;
    refusal = null;
    rewritten.clear();
    const answer =
      task.kind === "try"
        ? tryOn(task.cases)
        : Promise.all([]).then(async () => {
            const recorded: Recorded[] = [];
            for (const index of task.cases) recorded.push(await record(index));
            return recorded;
          });
    void answer.then((result) => process.send?.(result));
  });
}
