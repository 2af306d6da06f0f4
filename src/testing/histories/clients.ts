import type { ResultAsync } from "neverthrow";
import { createRoster } from "../../application/create-roster.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { Timer } from "../../application/ports/timer.ts";
import { someTime } from "../builders/records.ts";
import { type Answer, answerOf, type Issued, type Operation } from "../reference/operation.ts";
import { freshIdOf } from "../reference/run-command.ts";
import type { Settings } from "../reference/settings.ts";
import type { Call, CallResult } from "./history-checker.ts";

/** Calls a roster. Returns the answer in the form of the model. */
export type Ask = (operation: Issued) => Promise<Answer>;

/** A client makes one call after the other. */
export interface Client {
  readonly name: string;
  readonly ask: Ask;
  readonly plan: readonly Operation[];
  /** Called after the last call. */
  readonly ended?: () => void;
}

export interface RosterSettings extends Settings {
  readonly timer?: Timer | undefined;
  readonly deadlineMs?: number | undefined;
}

export interface PlayedCall extends Call<Issued, Answer> {
  readonly client: string;
}

/** Runs all clients at the same time. `now` is the clock of the history; by default it counts calls and answers. */
export async function playClients(
  clients: readonly Client[],
  pause: () => Promise<unknown>,
  now: () => number = counter(),
): Promise<readonly PlayedCall[]> {
  const played = clients.map((client) => playClient(client, pause, now).finally(client.ended));
  // Waits for all, so that no client still uses the store after another one has failed.
  await Promise.allSettled(played);
  return (await Promise.all(played)).flat();
}

function counter(): () => number {
  let time = 0;
  return () => (time += 1);
}

async function playClient(
  client: Client,
  pause: () => Promise<unknown>,
  now: () => number,
): Promise<readonly PlayedCall[]> {
  const calls: PlayedCall[] = [];
  for (const [index, planned] of client.plan.entries()) {
    await pause();
    const operation = { ...planned, operationId: `${client.name}${index + 1}` };
    const began = now();
    const result = resultOf(await client.ask(operation));
    const ended = result.kind === "unknown" ? Infinity : now();
    calls.push({ client: client.name, operation, began, ended, result });
  }
  return calls;
}

/** A roster for one client. It takes one call at a time, because each call sets the ids that the roster draws. */
export function rosterOn(storage: RosterStorage, settings: RosterSettings): Ask {
  const { policy, workspaceRoles, timer, deadlineMs } = settings;
  let ids: string[] = [];
  const roster = createRoster({
    storage,
    policy,
    workspaceRoles,
    timer,
    deadlineMs,
    clock: () => new Date(someTime),
    createId: () => ids.shift() ?? "one-id-too-many",
  });
  // Each input belongs to the method of its operation. TypeScript cannot see this in a union of operations.
  const methods = roster as unknown as Record<
    Operation["name"],
    (input: unknown) => ResultAsync<unknown, { readonly code: string }>
  >;
  return async ({ name, input, operationId }) => {
    // The roster draws both before the call first gives way.
    ids = [operationId, freshIdOf(operationId)];
    return answerOf(await methods[name](input));
  };
}

function resultOf(answer: Answer): CallResult<Answer> {
  const code = "refused" in answer.value ? answer.value.refused.code : null;
  if (code === "outcome_unknown") return { kind: "unknown" };
  if (code === "contention" || code === "storage_unavailable") return { kind: "not applied" };
  return { kind: "answered", answer };
}
