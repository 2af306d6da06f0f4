import { setImmediate } from "node:timers/promises";
import type { Scheduler } from "fast-check";
import { memoryStorage } from "../../../src/memory.ts";
import type { Timer } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { organizationId as asOrganizationId } from "../../../src/testing/builders/ids.ts";
import { type PlayedCall, rosterOn } from "../../../src/testing/histories/clients.ts";
import { explanationOf } from "../../../src/testing/histories/explain-history.ts";
import { historySettings, playHistory } from "../../../src/testing/histories/play-history.ts";
import { type Gate, gatedStorage } from "../../../src/testing/storages/gated-storage.ts";
import { type Plan, planIn } from "./generate-plans.ts";
import { isCommand, naiveModel } from "./naive-model.ts";

/** Three clients on two handles of one store. The scheduler decides whose storage call is next. */
export interface ScheduledHistory {
  readonly organizationId: string;
  readonly plans: readonly Plan[];
  readonly scheduler: Scheduler;
  /** Two handles of one store. The first two clients share a roster, and so its queue, on the first handle. */
  readonly handles: readonly [RosterStorage, RosterStorage];
  /** The same store without faults. The history begins and is read on these handles. */
  readonly honest: readonly [RosterStorage, RosterStorage];
  readonly deadlineMs?: number | undefined;
}

export interface ScheduledResult {
  /** Whether some serial order explains every answer and what both handles show at the end. */
  readonly isExplained: boolean;
  /** The result of each call: `done`, `read`, `unknown`, `not applied` or an error code. */
  readonly results: readonly string[];
}

export async function playScheduled(history: ScheduledHistory): Promise<ScheduledResult> {
  const { organizationId, plans, scheduler, handles, honest, deadlineMs = 1_000_000 } = history;
  const [storage, second] = honest;
  const gate = gateOf(scheduler);
  const settings = historySettings(storage);
  const [firstRoster, secondRoster] = [handles[0], handles[1]].map((handle) =>
    rosterOn(gatedStorage(handle, gate), { ...settings, timer: impatientTimer(), deadlineMs }),
  );
  if (firstRoster === undefined || secondRoster === undefined) throw new Error("Two handles make two rosters.");

  const played = await playHistory({
    model: naiveModel,
    store: { storage, second },
    settings,
    organizationId: asOrganizationId(organizationId),
    clients: plans.map((plan, index) => ({
      name: "ABC"[index] ?? "",
      ask: index < 2 ? firstRoster : secondRoster,
      plan: planIn(organizationId, plan),
    })),
    pause: () => gate("next call"),
    // Between two gates, a call that computes a fingerprint on another thread reaches a gate too and may be chosen next.
    finish: (playing) =>
      scheduler.waitFor(playing, async (open) => {
        await setImmediate();
        await open();
      }),
  });
  return { isExplained: explanationOf(played) !== null, results: played.calls.map(resultOf) };
}

/** The same on one store in memory. `spoil` adds a fault to it. */
export function playOnMemory(
  plans: readonly Plan[],
  scheduler: Scheduler,
  spoil: (storage: RosterStorage, gate: Gate) => RosterStorage = (storage) => storage,
  deadlineMs?: number,
): Promise<ScheduledResult> {
  const honest = memoryStorage();
  const storage = spoil(honest, gateOf(scheduler));
  return playScheduled({
    organizationId: "north",
    plans,
    scheduler,
    handles: [storage, storage],
    honest: [honest, honest],
    deadlineMs,
  });
}

function gateOf(scheduler: Scheduler): Gate {
  return (what) => scheduler.schedule(Promise.resolve(), what);
}

function resultOf({ operation, result }: PlayedCall): string {
  if (result.kind !== "answered") return result.kind;
  const { value } = result.answer;
  if ("refused" in value) return value.refused.code;
  return isCommand(operation) ? "done" : "read";
}

/**
 * A timer on which time passes without waiting between two attempts. A call that waits for its turn passes a signal; that
 * wait ends only by the signal.
 */
function impatientTimer(): Timer {
  let time = 0;
  return {
    now: () => time,
    random: () => 1,
    wait(milliseconds, signal) {
      if (signal === undefined) {
        time += milliseconds;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          resolve();
        });
      });
    },
  };
}
