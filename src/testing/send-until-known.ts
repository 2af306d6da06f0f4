import type { CommitBatch } from "../application/ports/commit-batch.ts";
import type { RosterStorage } from "../application/ports/roster-storage.ts";
import { systemTimer } from "../application/ports/timer.ts";
import { valueOf } from "./expectations.ts";

/** Sends a batch until it is known what became of it, as the core does: a store may still be busy with an earlier send. */
export async function sendUntilKnown(storage: RosterStorage, batch: CommitBatch): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const { kind } = await valueOf(storage.commit(batch, {}));
    if (kind === "committed" || kind === "replay" || attempt === 100) return kind;
    await systemTimer.wait(20);
  }
}
