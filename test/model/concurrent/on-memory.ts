import type { Scheduler } from "fast-check";
import type { RosterStorage } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import type { PlannedOperation } from "./client-operation.ts";
import { type Played, playHistory } from "./concurrent-history.ts";
import type { Gate } from "../../../src/testing/storages/gated-storage.ts";
import { scheduledGates } from "./scheduled-gates.ts";

/** Plays a history on one store in memory, whose gates a scheduler opens; `spoil` makes the store a bad one. */
export function playOnMemory(
  plans: readonly (readonly PlannedOperation[])[],
  scheduler: Scheduler,
  spoil: (storage: RosterStorage, gate: Gate) => RosterStorage = (storage) => storage,
  deadlineMs?: number,
): Promise<Played> {
  const honest = memoryStorage();
  const gates = scheduledGates(scheduler);
  const storage = spoil(honest, gates.gate);
  return playHistory({
    organizationId: "north",
    plans,
    handles: [storage, storage],
    honest,
    ...gates,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
}
