// `npm run bench`: how much longer `addMembers` takes than the same job written by hand in SQL, and how the time for one
// member grows with the organization. Both sides run in turns, each on its own copy of one file, so that the ratios of
// one run can be trusted where the milliseconds of a busy machine cannot.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRoster } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import { printHeading, printTable } from "../examples/print-table.ts";
import { type BareCommand, bareAddMembers } from "./bare-sql.ts";
import {
  openDatabase,
  organizationId,
  ownerId,
  personId,
  prepareOrganization,
  valueOf,
} from "./prepared-organization.ts";
import { quantile } from "./quantile.ts";

interface Series {
  /** Users in one command. */
  readonly users: number;
  readonly pairs: number;
  readonly warmUps: number;
}

interface Measured {
  readonly people: number;
  readonly users: number;
  readonly pairs: number;
  /** Milliseconds of one command, median. */
  readonly bare: number;
  readonly roster: number;
  /** Of the roster to the bare SQL in one pair: median, and the middle half. */
  readonly ratio: number;
  readonly lowRatio: number;
  readonly highRatio: number;
}

type Side = (command: BareCommand) => Promise<void>;

const one: Series = { users: 1, pairs: 200, warmUps: 200 };
const hundred: Series = { users: 100, pairs: 100, warmUps: 20 };
const tenThousand: Series = { users: 10_000, pairs: 15, warmUps: 3 };
const targets: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [10_000, 1.5],
]);

const folder = mkdtempSync(join(tmpdir(), "workspace-roster-bench-"));
try {
  const results = [
    ...(await measureOrganization(1_000, [one, hundred])),
    ...(await measureOrganization(10_000, [one, hundred, tenThousand])),
    ...(await measureOrganization(100_000, [one, hundred, tenThousand])),
  ];
  printResults(results);
} finally {
  rmSync(folder, { recursive: true });
}

async function measureOrganization(people: number, series: readonly Series[]): Promise<readonly Measured[]> {
  const prepared = join(folder, `${String(people)}.db`);
  const ids = series.flatMap((each) => rounds(each).map((round) => workspaceId(each, round)));
  await prepareOrganization(prepared, people, ids);
  const bare = openCopy(prepared, "bare");
  const roster = openCopy(prepared, "roster");
  try {
    const sides = { bare: bareSide(bare), roster: rosterSide(roster) };
    const results: Measured[] = [];
    for (const each of series) results.push(await measureSeries(people, each, sides));
    return results;
  } finally {
    bare.close();
    roster.close();
  }
}

async function measureSeries(
  people: number,
  series: Series,
  { bare, roster }: { readonly bare: Side; readonly roster: Side },
): Promise<Measured> {
  const pairs: { bare: number; roster: number }[] = [];
  for (const round of rounds(series)) {
    const command = commandOf(people, series, round);
    // Who goes first changes from round to round.
    const first = round % 2 === 0 ? await elapsed(bare, command) : null;
    const rosterMs = await elapsed(roster, command);
    const bareMs = first ?? (await elapsed(bare, command));
    if (round >= series.warmUps) pairs.push({ bare: bareMs, roster: rosterMs });
  }
  const ratios = pairs.map((pair) => pair.roster / pair.bare);
  return {
    people,
    users: series.users,
    pairs: series.pairs,
    bare: quantile(pairs.map((pair) => pair.bare)),
    roster: quantile(pairs.map((pair) => pair.roster)),
    ratio: quantile(ratios),
    lowRatio: quantile(ratios, 0.25),
    highRatio: quantile(ratios, 0.75),
  };
}

/** Members spread over the organization, in no order, and other ones in each round, for a workspace without them. */
function commandOf(people: number, series: Series, round: number): BareCommand {
  const step = Math.max(1, Math.floor((people - 1) / series.users));
  const members = Array.from({ length: Math.min(series.users, people - 1) }, (_, index) => ({
    userId: personId(1 + ((index * step + round) % (people - 1))),
    role: index % 10 === 0 ? "admin" : "member",
  }));
  return { organizationId, workspaceId: workspaceId(series, round), actorId: ownerId, members };
}

function bareSide(database: ReturnType<typeof openDatabase>): Side {
  const addMembers = bareAddMembers(database);
  return async (command) => {
    const outcome = await Promise.resolve(addMembers(command));
    if ("refused" in outcome) throw new Error(outcome.refused);
  };
}

function rosterSide(database: ReturnType<typeof openDatabase>): Side {
  const roster = createRoster({ storage: sqliteStorage({ database }) });
  return async ({ workspaceId, actorId, members }) => {
    const typed = members as readonly { userId: string; role: "admin" | "member" }[];
    const command = { organizationId, workspaceId, actor: { userId: actorId }, members: typed };
    valueOf(await roster.addMembers(command));
  };
}

function openCopy(prepared: string, side: string): ReturnType<typeof openDatabase> {
  const copy = prepared.replace(/\.db$/, `-${side}.db`);
  copyFileSync(prepared, copy);
  return openDatabase(copy);
}

async function elapsed(side: Side, command: BareCommand): Promise<number> {
  const startedAt = performance.now();
  await side(command);
  return performance.now() - startedAt;
}

function rounds({ warmUps, pairs }: Series): readonly number[] {
  return Array.from({ length: warmUps + pairs }, (_, round) => round);
}

function workspaceId({ users }: Series, round: number): string {
  return `add-${String(users)}-round-${String(round)}`;
}

function printResults(results: readonly Measured[]): void {
  printHeading("addMembers beside hand-written SQL with the same guarantees");
  console.log(
    `  Node ${process.version}, node:sqlite, a file in WAL mode, synchronous=NORMAL, foreign keys on.\n  Medians; the ratio is that of pairs.`,
  );
  printTable(
    results.map(({ people, users, pairs, bare, roster, ratio, lowRatio, highRatio }) => ({
      people,
      "added at once": users,
      pairs,
      "SQL ms": bare.toFixed(2),
      "roster ms": roster.toFixed(2),
      ratio: `${ratio.toFixed(2)} x`,
      "middle half": `${lowRatio.toFixed(2)}–${highRatio.toFixed(2)}`,
      target: targetOf(users, ratio),
    })),
  );
  printHeading("Time for one member, 100 added at once, by size of the organization");
  printTable(
    results
      .filter(({ users }) => users === hundred.users)
      .map(({ people, bare, roster }) => ({
        people,
        "SQL µs": microseconds(bare),
        "roster µs": microseconds(roster),
        "more than SQL": microseconds(roster - bare),
      })),
  );
}

/** For one member, from milliseconds for a command that adds 100. */
function microseconds(milliseconds: number): string {
  return ((milliseconds / hundred.users) * 1_000).toFixed(1);
}

function targetOf(users: number, ratio: number): string {
  const target = targets.get(users);
  if (target === undefined) return "";
  return `at most ${String(target)} x: ${ratio <= target ? "met" : "MISSED"}`;
}
