import type { ClientCall, ClientOperation, PlannedOperation } from "./client-operation.ts";
import type { CallResult } from "../../../src/testing/histories/history-checker.ts";
import type { Question, QueryAnswer } from "../rules/question.ts";
import { commandContext, type RealRoster } from "../play/real-roster.ts";
import type { CommandAnswer } from "../rules/world.ts";

/** A client with the roster that it uses. */
export interface Client {
  readonly name: string;
  readonly roster: RealRoster;
  readonly plan: readonly PlannedOperation[];
}

export interface Play {
  readonly organizationId: string;
  /** Tells the time, by one clock for all clients. */
  readonly now: () => number;
  /** Waited for between the calls of a client. */
  readonly pause: () => Promise<unknown>;
}

/** All clients at once, each of them call by call. */
export async function playClients(clients: readonly Client[], play: Play): Promise<readonly ClientCall[]> {
  return (await Promise.all(clients.map((client) => playClient(client, play)))).flat();
}

async function playClient({ name, roster, plan }: Client, { organizationId, now, pause }: Play): Promise<ClientCall[]> {
  const calls: ClientCall[] = [];
  for (const [index, planned] of plan.entries()) {
    await pause();
    const operation = placed(planned, organizationId, `${name}-${index}`);
    const began = now();
    const answer =
      operation.kind === "command"
        ? await roster.run(operation.step, operation.given)
        : await roster.ask(operation.question);
    const result = resultOf(answer);
    calls.push({ operation, began, ended: result.kind === "unknown" ? Infinity : now(), result });
  }
  return calls;
}

function placed(planned: PlannedOperation, organizationId: string, label: string): ClientOperation {
  if (planned.kind === "question") {
    const question = { ...planned.question, input: { ...planned.question.input, organizationId } } as Question;
    return { kind: "question", question };
  }
  const step = { ...planned.step, input: { ...planned.step.input, organizationId } } as typeof planned.step;
  return { kind: "command", step, given: commandContext(label) };
}

function resultOf(answer: CommandAnswer | QueryAnswer): CallResult<CommandAnswer | QueryAnswer> {
  const code = "refused" in answer ? (answer.refused as { readonly code: unknown }).code : null;
  if (code === "outcome_unknown") return { kind: "unknown" };
  if (code === "contention" || code === "storage_unavailable") return { kind: "not applied" };
  return { kind: "answered", answer };
}
