import type { RosterStorage } from "../../../src/storage.ts";
import type { ClientCall, PlannedOperation } from "./client-operation.ts";
import { buildStage, stageSettings } from "./client-stage.ts";
import { endingOf, isExplained } from "./explain-history.ts";
import { type Gate, gatedStorage } from "../../../src/testing/storages/gated-storage.ts";
import { impatientTimer } from "./impatient-timer.ts";
import { playClients } from "./play-clients.ts";
import { realRoster } from "../play/real-roster.ts";

/** Three clients on two handles of one store, which they reach one gate after the other. */
export interface ConcurrentHistory {
  readonly organizationId: string;
  readonly plans: readonly (readonly PlannedOperation[])[];
  /** Two handles of one store. The first and the second client share a roster, and with that a queue, on the first. */
  readonly handles: readonly [RosterStorage, RosterStorage];
  /** Tells the truth about what is stored; also what the stage is built on. */
  readonly honest: RosterStorage;
  readonly gate: Gate;
  /** Waits until all are done, and opens the gates meanwhile. */
  readonly finish: <Value>(work: Promise<Value>) => Promise<Value>;
  readonly deadlineMs?: number;
}

export interface Played {
  /** Whether some serial order explains every answer and what was stored in the end. */
  readonly isExplained: boolean;
  /** What became of each call: `done`, `read`, `unknown`, `not applied` or the code of a refusal. */
  readonly fates: readonly string[];
}

export async function playHistory(history: ConcurrentHistory): Promise<Played> {
  const { organizationId, plans, handles, honest, gate, finish, deadlineMs = 1_000_000 } = history;
  const onlooker = realRoster(honest, stageSettings);
  const beginning = await buildStage(onlooker, organizationId);
  const rosters = handles.map((handle) =>
    realRoster(gatedStorage(handle, gate), stageSettings, { timer: impatientTimer(), deadlineMs }),
  );
  const [first, second] = rosters;
  if (first === undefined || second === undefined) throw new Error("Two handles make two rosters.");

  let time = 0;
  const now = (): number => (time += 1);
  const clients = plans.map((plan, index) => ({
    name: String(index),
    roster: index < 2 ? first : second,
    plan,
  }));
  const calls = await finish(playClients(clients, { organizationId, now, pause: () => gate("next call") }));

  return {
    isExplained: isExplained(calls, beginning, await endingOf(onlooker, organizationId)),
    fates: calls.map(fateOf),
  };
}

function fateOf({ result }: ClientCall): string {
  if (result.kind !== "answered") return result.kind;
  const { answer } = result;
  if ("refused" in answer) return String((answer.refused as { readonly code: unknown }).code);
  return "done" in answer ? "done" : "read";
}
