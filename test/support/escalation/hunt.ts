import type { Result, ResultAsync } from "neverthrow";
import type { RosterStorage } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { type AnyRoster, type Answer, rosterOn } from "../property/roster.ts";
import type { Call, Question, Request } from "./call.ts";
import { allLaws } from "./laws/all-laws.ts";
import { problemWithReading } from "./laws/readers.ts";
import { type Law, type Observation, isDone, roleChanges, type Succeeded } from "./observation.ts";
import type { Plan } from "./plans.ts";
import { lookedUp } from "./look-up.ts";
import { failureOf } from "./report.ts";
import type { Settings } from "./settings.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";
import { north, nowhere, south } from "./values.ts";

/** What later requests may refer to. */
export interface Past {
  /** Commands that succeeded under an idempotency key, the latest first. */
  readonly keyed: readonly Call[];
  /** Operations of commands that succeeded, the latest first. */
  readonly operations: readonly string[];
  /** The current state of each organization. */
  readonly snapshots: Snapshots;
}

type Snapshots = ReadonlyMap<string, Snapshot>;

const organizationIds = [north, south, nowhere] as const;

/**
 * Plays the requests one after the other on a fresh store and checks each against every law.
 *
 * Returns the number of commands. Throws if a law is broken, with all requests so far.
 */
export async function hunt(
  settings: Settings,
  plans: readonly Plan[],
  laws: readonly Law[] = allLaws,
): Promise<number> {
  const storage = memoryStorage();
  const roster = rosterOn(storage, settings);
  const played: { readonly request: Request; readonly answer: Result<unknown, unknown> }[] = [];
  const succeeded = new Map<string, Succeeded>();
  const keyed: Call[] = [];
  const operations: string[] = [];
  const given = new Map<string, string>();
  let snapshots = await snapshotsOf(storage);
  let commands = 0;

  for (const plan of plans) {
    const request = lookedUp(plan, { keyed, operations, snapshots }, settings);
    if (request === null) continue;
    if ("query" in request) {
      const answer = await query(roster, request);
      played.push({ request, answer });
      const snapshot = snapshots.get(request.input.organizationId) ?? missingSnapshot();
      const problem = problemWithReading({ settings, question: request, answer, snapshot });
      if (problem !== null) throw failureOf(`${problem} (${request.query})`, settings, played);
      continue;
    }

    const before = snapshots;
    const answer = await send(roster, request);
    played.push({ request, answer });
    commands += 1;
    snapshots = await snapshotsOf(storage);

    const { organizationId, idempotencyKey = null } = request.input;
    const key = JSON.stringify([organizationId, idempotencyKey]);
    const first = idempotencyKey === null ? undefined : succeeded.get(key);
    const assignmentKey = (...ids: readonly string[]) => JSON.stringify([organizationId, ...ids]);
    const givenBy: Observation["givenBy"] = (...ids) => given.get(assignmentKey(...ids));
    const observation = observed({ settings, call: request, answer, first, givenBy }, before, snapshots);
    for (const { name, brokenBy } of laws) {
      const problem = brokenBy(observation);
      if (problem !== null) throw failureOf(`${name}: ${problem}`, settings, played);
    }

    if (!isDone(observation) || answer.isErr()) continue;
    if (idempotencyKey !== null) {
      succeeded.set(key, { call: request, answer });
      keyed.unshift(request);
    }
    const { operationId } = answer.value;
    operations.unshift(operationId);
    for (const { workspaceId, userId } of roleChanges(observation))
      given.set(assignmentKey(workspaceId, userId), operationId);
  }
  return commands;
}

async function snapshotsOf(storage: RosterStorage): Promise<Snapshots> {
  const snapshots = new Map<string, Snapshot>();
  for (const organizationId of organizationIds)
    snapshots.set(organizationId, await snapshotOf(storage, organizationId));
  return snapshots;
}

function observed(
  known: Pick<Observation, "settings" | "call" | "answer" | "first" | "givenBy">,
  before: Snapshots,
  after: Snapshots,
): Observation {
  const own = known.call.input.organizationId;
  const both = (organizationId: string) => ({
    before: before.get(organizationId) ?? missingSnapshot(),
    after: after.get(organizationId) ?? missingSnapshot(),
  });
  return { ...known, ...both(own), others: organizationIds.filter((id) => id !== own).map(both) };
}

async function send(roster: AnyRoster, { command, input, isPreview }: Call): Promise<Answer> {
  const call = (isPreview ? roster.preview : roster)[command] as (given: unknown) => ResultAsync<never, never>;
  return call(input);
}

type Ask = (input: unknown) => ResultAsync<unknown, { readonly code: string }>;

async function query(
  roster: AnyRoster,
  { query: name, input }: Question,
): Promise<Result<unknown, { readonly code: string }>> {
  const queries = roster as unknown as Readonly<Record<Question["query"], Ask>>;
  return queries[name](input);
}

function missingSnapshot(): never {
  throw new Error("There is no snapshot of this organization.");
}
