import type { Roster } from "../../../src/index.ts";
import type { FaultLedger } from "./ledger.ts";
import { type FaultLog, writePlan } from "./writing.ts";

/** All writers of a ledger at work. */
export interface WritingSession {
  /** Settles once this many more commands are acknowledged. */
  acknowledged(more: number): Promise<void>;
  /** Settles once this many more answers are failures. */
  failed(more: number): Promise<void>;
  /** Lets each writer finish its command. */
  stop(): Promise<void>;
}

/** Starts the writers of a ledger where they were left, each on a roster of its own or on a shared one. */
export function startWriting(ledger: FaultLedger, rosterOf: (name: string) => Roster): WritingSession {
  const stop = new AbortController();
  const watchers = new Set<{ kind: "acknowledged" | "failed"; more: number; end: () => void }>();
  const count = (kind: "acknowledged" | "failed"): void => {
    for (const watcher of watchers) {
      if (watcher.kind !== kind) continue;
      watcher.more -= 1;
      if (watcher.more > 0) continue;
      watchers.delete(watcher);
      watcher.end();
    }
  };
  const log: FaultLog = {
    sent: (command) => ledger.sent(command),
    acknowledged(command, outcome) {
      ledger.acknowledged(command, outcome);
      count("acknowledged");
    },
    failed(command, code) {
      ledger.failed(command, code);
      count("failed");
    },
  };
  const writing = ledger.writers.map((writer) =>
    writePlan(rosterOf(writer.name), writer, log, { from: ledger.nextOf(writer), stop: stop.signal }),
  );
  const after = (kind: "acknowledged" | "failed", more: number): Promise<void> =>
    new Promise((end) => watchers.add({ kind, more, end }));
  return {
    acknowledged: (more) => after("acknowledged", more),
    failed: (more) => after("failed", more),
    async stop() {
      stop.abort();
      await Promise.all(writing);
    },
  };
}
