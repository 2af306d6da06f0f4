import { setTimeout as wait } from "node:timers/promises";
import { createRoster, type CommandReceipt, type Roster, type RosterError } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import type { FaultLedger } from "./ledger.ts";
import { founding, type FaultWriter, type PlannedCommand, plannedCommand } from "./plan.ts";

/** Receives everything that a writer sends and the answers. */
export interface FaultLog {
  sent(command: PlannedCommand): void;
  acknowledged(command: PlannedCommand, outcome: CommandReceipt): void;
  /** The command is then sent again with the same key. */
  failed(command: PlannedCommand, code: RosterError["code"]): void;
}

/** Milliseconds between a failure and the next attempt. */
const pauseMs = 20;

/** Sends a writer's plan from an index on, until the signal fires; a command that fails is sent again until it does not. */
export async function writePlan(
  roster: Roster,
  writer: FaultWriter,
  log: FaultLog,
  { from = 0, stop }: { readonly from?: number; readonly stop: AbortSignal },
): Promise<void> {
  for (let index = from; !stop.aborted;) {
    const command = plannedCommand(writer, index);
    log.sent(command);
    const answer = await command.run(roster);
    if (answer.isOk()) {
      log.acknowledged(command, answer.value);
      index += 1;
    } else {
      log.failed(command, answer.error.code);
      await wait(pauseMs);
    }
  }
}

/** Creates the ledger's organizations, undisturbed. */
export async function foundAll(storage: RosterStorage, ledger: FaultLedger): Promise<void> {
  const roster = createRoster({ storage });
  for (const organizationId of new Set(ledger.writers.map((writer) => writer.organizationId))) {
    const command = founding(organizationId);
    ledger.sent(command);
    ledger.acknowledged(command, (await command.run(roster))._unsafeUnwrap());
  }
}

/** Sends one command, writes its answer to the ledger, and returns it in short. */
export async function sendPlanned(
  roster: Roster,
  command: PlannedCommand,
  log: FaultLog,
  signal?: AbortSignal,
): Promise<{ readonly done: "executed" | "replayed" } | { readonly failed: RosterError["code"] }> {
  log.sent(command);
  const answer = await command.run(roster, signal === undefined ? {} : { signal });
  if (answer.isErr()) {
    log.failed(command, answer.error.code);
    return { failed: answer.error.code };
  }
  log.acknowledged(command, answer.value);
  return { done: answer.value.replayed ? "replayed" : "executed" };
}
