import type { ResultAsync } from "neverthrow";
import { createRoster } from "../../application/create-roster.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { Timer } from "../../application/ports/timer.ts";
import { someTime } from "../builders/records.ts";
import type { Call, CallResult } from "../history-checker.ts";
import { answerOf } from "../reference/answer.ts";
import type { Answer, Issued, Operation } from "../reference/operation.ts";
import { freshIdOf } from "../reference/run-command.ts";
import type { Settings } from "../reference/settings.ts";

/** Asks a roster, and answers as the reference does. */
export type Ask = (asked: Issued) => Promise<Answer>;

/** Somebody with a roster of their own, who asks one thing after the other. */
export interface Client {
  readonly name: string;
  readonly ask: Ask;
  readonly plan: readonly Operation[];
  /** Told that the client has ended. */
  readonly ended?: () => void;
}

export interface RosterSettings extends Settings {
  readonly timer?: Timer | undefined;
  readonly deadlineMs?: number | undefined;
}

export interface PlayedCall extends Call<Issued, Answer> {
  readonly client: string;
}

/** All clients at once, each of them call by call, with a pause before each. */
export async function playClients(
  clients: readonly Client[],
  pause: () => Promise<unknown>,
): Promise<readonly PlayedCall[]> {
  let time = 0;
  const now = (): number => (time += 1);
  const played = clients.map((client) => playClient(client, pause, now).finally(client.ended));
  // Waits for all, so that nothing still uses the store when one has failed.
  await Promise.allSettled(played);
  return (await Promise.all(played)).flat();
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

/** A roster of one client, who asks one thing after the other. */
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
  // An operation's input is of the method that it names, which the type of a union of methods cannot tell.
  const methods = roster as unknown as Record<
    Operation["name"],
    (input: unknown) => ResultAsync<unknown, { readonly code: string }>
  >;
  return async ({ name, input, operationId }) => {
    // Both are drawn before the call gives way for the first time.
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
