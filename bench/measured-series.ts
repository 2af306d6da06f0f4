import type { BareCommand } from "./bare-sql.ts";
import { organizationId, ownerId, personId } from "./prepared-organization.ts";
import { quantile } from "./quantile.ts";

export interface Series {
  /** Users in one command. */
  readonly users: number;
  readonly pairs: number;
  readonly warmUps: number;
}

export interface Measured {
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

/** One way to do the job. */
export type Side = (command: BareCommand) => Promise<void>;

export const one: Series = { users: 1, pairs: 200, warmUps: 200 };
export const hundred: Series = { users: 100, pairs: 100, warmUps: 20 };
export const tenThousand: Series = { users: 10_000, pairs: 15, warmUps: 3 };

/** Both sides in turns, so that the ratios of one run can be trusted even if the milliseconds of a busy machine cannot. */
export async function measureSeries(
  people: number,
  series: Series,
  { bare, roster }: { readonly bare: Side; readonly roster: Side },
): Promise<Measured> {
  const pairs: { bare: number; roster: number }[] = [];
  for (const round of rounds(series)) {
    const command = commandOf(people, series, round);
    // The order changes from round to round.
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

async function elapsed(side: Side, command: BareCommand): Promise<number> {
  const startedAt = performance.now();
  await side(command);
  return performance.now() - startedAt;
}

/** The workspaces that a series adds members to, one for each of its rounds. */
export function workspaceIds(series: Series): readonly string[] {
  return rounds(series).map((round) => workspaceId(series, round));
}

function rounds({ warmUps, pairs }: Series): readonly number[] {
  return Array.from({ length: warmUps + pairs }, (_, round) => round);
}

function workspaceId({ users }: Series, round: number): string {
  return `add-${String(users)}-round-${String(round)}`;
}
