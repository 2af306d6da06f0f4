// Runs in a process of its own: plays its clients of each history that the parent tells, and tells what they were answered.
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { sqliteStorage } from "../../../src/sqlite.ts";
import type { PlannedOperation } from "./client-operation.ts";
import { stageSettings } from "./client-stage.ts";
import { playClients } from "./play-clients.ts";
import { realRoster } from "../play/real-roster.ts";

/** Sent by the parent: one history. */
export interface Task {
  readonly organizationId: string;
  readonly clients: readonly { readonly name: string; readonly plan: readonly PlannedOperation[] }[];
  /** When to begin, by the clock that all processes of a machine share. */
  readonly at: number;
}

const [path = ""] = process.argv.slice(2);
const roster = realRoster(sqliteStorage({ database: new DatabaseSync(path) }), stageSettings);
const now = (): number => Number(process.hrtime.bigint());

process.on("message", (task: Task) => void play(task));
process.send?.("ready");

async function play({ organizationId, clients, at }: Task): Promise<void> {
  while (now() < at);
  const seated = clients.map((client) => ({ ...client, roster }));
  process.send?.(await playClients(seated, { organizationId, now, pause: () => setImmediate() }));
}
