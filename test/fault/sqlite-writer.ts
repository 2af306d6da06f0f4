// Runs in a process of its own, which the test kills: writes the plans of its writers to a SQLite file, and tells each
// step on file descriptor 3 before it takes the next one, so that what was told is known however the process ends.
import { writeSync } from "node:fs";
import { once } from "node:events";
import { flushCompileCache } from "node:module";
import { DatabaseSync } from "node:sqlite";
import { createRoster, type CommandReceipt, type RosterError } from "../../src/index.ts";
import { type SqliteDatabase, sqliteStorage } from "../../src/sqlite.ts";
import type { FaultWriter, PlannedCommand } from "../support/fault/plan.ts";
import { writePlan } from "../support/fault/writing.ts";

/** The test sends this to make the process begin. */
export interface WritingTask {
  readonly path: string;
  readonly synchronous: "FULL" | "NORMAL";
  readonly writers: readonly (FaultWriter & { readonly from: number })[];
  /** Stops after this many commits, before it reports the last; null to go on. */
  readonly standAfterCommit: number | null;
}

/** One step, reported as a line of JSON. */
export type WritingStep =
  | { readonly step: "sent"; readonly writer: string; readonly index: number }
  | { readonly step: "done"; readonly writer: string; readonly index: number; readonly outcome: CommandReceipt }
  | { readonly step: "failed"; readonly writer: string; readonly index: number; readonly code: RosterError["code"] }
  | { readonly step: "commit begins" | "commit ended" };

function tell(step: WritingStep): void {
  writeSync(3, `${JSON.stringify(step)}\n`);
}

/** The same database, reporting when a commit begins and ends. */
function telling(database: DatabaseSync, { standAfterCommit }: WritingTask): SqliteDatabase {
  let isWriting = false;
  let commits = 0;
  return {
    prepare: (sql) => database.prepare(sql),
    exec(sql) {
      if (sql === "BEGIN IMMEDIATE") isWriting = true;
      const isCommit = isWriting && sql === "COMMIT";
      if (isCommit) tell({ step: "commit begins" });
      database.exec(sql);
      if (isCommit) {
        commits += 1;
        tell({ step: "commit ended" });
        if (commits === standAfterCommit) standStill();
      }
      if (sql === "COMMIT" || sql === "ROLLBACK") isWriting = false;
    },
  };
}

function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const of = ({ writer, index }: PlannedCommand) => ({ writer: writer.name, index });

// A killed process would not write its compile cache.
flushCompileCache();
const [line] = (await once(process.stdin.setEncoding("utf8"), "data")) as [string];
const task = JSON.parse(line) as WritingTask;
const { path, synchronous, writers } = task;
const database = new DatabaseSync(path);
database.exec(`PRAGMA synchronous = ${synchronous}`);
const roster = createRoster({ storage: sqliteStorage({ database: telling(database, task) }) });
const log = {
  sent: (command: PlannedCommand) => tell({ step: "sent", ...of(command) }),
  acknowledged: (command: PlannedCommand, outcome: CommandReceipt) => tell({ step: "done", ...of(command), outcome }),
  failed: (command: PlannedCommand, code: RosterError["code"]) => tell({ step: "failed", ...of(command), code }),
};
const stop = new AbortController().signal;
await Promise.all(writers.map(({ from, ...writer }) => writePlan(roster, writer, log, { from, stop })));
