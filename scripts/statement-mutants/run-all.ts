import { embeddedBinaries } from "../../test/support/postgres/binaries.ts";
import { startPostgres } from "../../test/support/postgres/server.ts";
import { startWorker, type Worker } from "./pool.ts";
import { plain } from "./changes.ts";
import { partsOf, type StatementMutant, statementMutants } from "./parts.ts";
import { report } from "./report.ts";
import { type MutantResult, openResults } from "./results.ts";
import { cases, type Recorded } from "./worker.ts";

/** What the command line asks for. */
export interface Plan {
  readonly program: string;
  readonly store: "sqlite" | "postgres";
  /** Only mutants with this text in their statement or change. */
  readonly only: string;
  /** Only so many mutants, chosen by the seed; 0 for all. */
  readonly sample: number;
  readonly seed: number;
  readonly workers: number;
  /** Keeps the results of the last run and tries the others. */
  readonly continues: boolean;
  /** Tries the survivors of the last run again, and no others. */
  readonly survivorsOnly: boolean;
  readonly file: string;
}

/** A mutant may take this much longer than its cases take on the unchanged store. */
const patienceMs = 60_000;

/** Tries all mutants and prints a table. The exit code. */
export async function runAll(plan: Plan): Promise<0 | 1 | 2> {
  const binaries = plan.store === "postgres" ? await embeddedBinaries() : null;
  if (plan.store === "postgres" && binaries === null) {
    console.error("There is no embedded PostgreSQL for this platform.");
    return 2;
  }
  const server = binaries === null ? null : await startPostgres(binaries, { settings: { max_connections: 200 } });
  const workers = Array.from({ length: plan.workers }, () => startWorker(plan.program, server?.url() ?? null));
  try {
    return await tryAll(plan, workers);
  } finally {
    for (const worker of workers) worker.stop();
    await server?.remove();
  }
}

async function tryAll(plan: Plan, workers: readonly Worker[]): Promise<0 | 1 | 2> {
  const shares = workers.map((_, share) =>
    cases.flatMap((_, index) => (index % workers.length === share ? [index] : [])),
  );
  const recorded = (await Promise.all(workers.map((worker, index) => worker.record(shares[index] ?? [])))).flat();
  const broken = recorded.filter(({ failure }) => failure !== null);
  for (const { title, failure } of broken) console.error(`Fails without any change: ${title}: ${failure ?? ""}`);
  if (broken.length > 0) return 2;

  const results = openResults(plan.file, !plan.continues && !plan.survivorsOnly);
  const all = statementMutants(new Set(recorded.flatMap(({ statements }) => statements)));
  const chosen = sampled(
    all.filter((mutant) => isChosen(plan, mutant)),
    plan,
  );
  const left = chosen.filter((mutant) => {
    const known = results.of(mutant);
    return plan.survivorsOnly ? known?.verdict === "survived" : known === undefined || !plan.continues;
  });
  console.log(`${String(all.length)} mutants, ${String(left.length)} to try.`);
  const seeing = casesOfParts(recorded);
  const kills = new Map<string, number>();
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      for (;;) {
        const mutant = left[next];
        next += 1;
        if (mutant === undefined) return;
        const result = await tryOne(worker, mutant, inOrder(seeing.get(mutant.part) ?? [], kills));
        results.add(result);
        const { killedBy } = result;
        if (killedBy !== null) kills.set(killedBy, (kills.get(killedBy) ?? 0) + 1);
        if (result.verdict === "survived") console.log(`survived: ${result.change}\n    ${result.part}`);
        if (next % 50 === 0) console.log(`${String(next)} of ${String(left.length)}`);
      }
    }),
  );
  return report(
    plan.store,
    chosen.flatMap((mutant) => results.of(mutant) ?? []),
    chosen.length === all.length,
  );
}

function isChosen({ only }: Plan, { part, change }: StatementMutant): boolean {
  return `${part}\n${change}`.includes(only);
}

/** For each part of a statement, the cases that send it: the others cannot see a change of it. */
function casesOfParts(recorded: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> {
  const partsIn = new Map<string, readonly string[]>();
  const cases = new Map<string, Set<Recorded>>();
  for (const each of recorded) {
    for (const sql of each.statements) {
      const parts = partsIn.get(sql) ?? partsOf(sql).map(plain);
      partsIn.set(sql, parts);
      for (const part of parts) cases.set(part, (cases.get(part) ?? new Set()).add(each));
    }
  }
  return new Map([...cases].map(([part, found]) => [part, [...found]]));
}

/** The cases that are quick and have killed many mutants come first. */
function inOrder(cases: readonly Recorded[], kills: ReadonlyMap<string, number>): readonly Recorded[] {
  const rank = ({ title, ms }: Recorded): number => (ms + 5) / (1 + 10 * (kills.get(title) ?? 0));
  return cases.toSorted((left, right) => rank(left) - rank(right));
}

async function tryOne(worker: Worker, mutant: StatementMutant, seeing: readonly Recorded[]): Promise<MutantResult> {
  const began = performance.now();
  const limitMs = patienceMs + 5 * seeing.reduce((sum, { ms }) => sum + ms, 0);
  const tried = await worker.attempt({ kind: "try", mutant, cases: seeing.map(({ index }) => index) }, limitMs);
  const ms = Math.round(performance.now() - began);
  if (tried === null) return { ...mutant, verdict: "timed out", killedBy: null, ms };
  if (tried.refused !== null) return { ...mutant, verdict: "refused", killedBy: tried.refused, ms };
  return { ...mutant, verdict: tried.killedBy === null ? "survived" : "killed", killedBy: tried.killedBy, ms };
}

/** So many of them, chosen by a small random generator. */
function sampled(mutants: readonly StatementMutant[], { sample, seed }: Plan): readonly StatementMutant[] {
  if (sample === 0) return mutants;
  let state = seed;
  const drawn = mutants.map((mutant) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { mutant, rank: state };
  });
  return drawn
    .toSorted((left, right) => left.rank - right.rank)
    .slice(0, sample)
    .map(({ mutant }) => mutant);
}
