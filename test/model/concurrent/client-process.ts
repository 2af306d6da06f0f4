// Runs in a process of its own. Plays its clients of each history that the parent sends, and sends back their calls.
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { sqliteStorage } from "../../../src/sqlite.ts";
import { playClients, rosterOn } from "../../../src/testing/histories/clients.ts";
import { historySettings } from "../../../src/testing/histories/play-history.ts";
import type { Plan } from "./generate-plans.ts";

/** Sent by the parent: one history. */
export interface Task {
  readonly clients: readonly { readonly name: string; readonly plan: Plan }[];
  /** When to begin, by the clock that all processes of a machine share. */
  readonly at: number;
}

const [path = ""] = process.argv.slice(2);
const storage = sqliteStorage({ database: new DatabaseSync(path) });
const ask = rosterOn(storage, historySettings(storage));
const now = (): number => Number(process.hrtime.bigint());

process.on("message", (task: Task) => void play(task));
process.send?.("ready");

async function play({ clients, at }: Task): Promise<void> {
  while (now() < at);
  const withRoster = clients.map((client) => ({ ...client, ask }));
  process.send?.(await playClients(withRoster, () => setImmediate(), now));
}
