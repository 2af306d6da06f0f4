import { DatabaseSync } from "node:sqlite";
import type { Result, ResultAsync } from "neverthrow";
import {
  createRoster,
  defaultWorkspaceRoles,
  type CommandReceipt,
  type Roster,
  type RosterError,
  type RosterOptions,
} from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { sqliteStorage } from "../../../src/sqlite.ts";
import { z } from "zod";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { Step } from "../commands/step.ts";

export type AnyRoster = Roster<string, string>;

/** The outcome of any command, with the fields that laws look at. */
export interface AnyOutcome extends CommandReceipt {
  readonly added?: readonly MemberOf[];
  readonly changed?: readonly MemberOf[];
  readonly removed?: readonly MemberOf[];
  readonly unchanged?: readonly MemberOf[];
  readonly rejected?: readonly { readonly userId: string; readonly code: string }[];
  readonly workspaceId?: string;
  readonly name?: string;
  readonly description?: string;
}

interface MemberOf {
  readonly userId: string;
  readonly role: string;
}

export type Answer = Result<AnyOutcome, RosterError>;

// Every run creates a roster. Compiling its schemas would cost more than checking a few inputs without that.
z.config({ jitless: true });

/** The time of every event. */
export const now = "2026-01-02T03:04:05.678Z";

/** A roster with a fixed clock and counted ids, so that equal histories give equal answers. */
export function rosterOn(
  storage: RosterStorage,
  options: Partial<Omit<RosterOptions<string, string>, "storage">> = {},
): AnyRoster {
  return createRoster<string, string>({
    storage,
    workspaceRoles: defaultWorkspaceRoles,
    clock: () => new Date(now),
    createId: countedIds(),
    ...options,
  });
}

export function countedIds(prefix = "id"): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `${prefix}-${made}`;
  };
}

/** The roster and its store after a history. */
export async function after(
  history: readonly Step[],
  options: Parameters<typeof rosterOn>[1] = {},
  storage: RosterStorage = memoryStorage(),
): Promise<{ readonly storage: RosterStorage; readonly roster: AnyRoster; readonly answers: readonly Answer[] }> {
  const roster = rosterOn(storage, options);
  return { storage, roster, answers: await play(roster, history) };
}

/** Runs the steps one after the other. */
export async function play(roster: AnyRoster, steps: readonly Step[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const step of steps) answers.push(await run(roster, step));
  return answers;
}

export async function run(roster: Pick<AnyRoster, Step["command"]>, { command, input }: Step): Promise<Answer> {
  const call = roster[command] as (given: unknown) => ResultAsync<AnyOutcome, RosterError>;
  return call(input);
}

/** Runs a block on a fresh SQLite store in memory. */
export async function onSqlite(block: (storage: RosterStorage) => Promise<void>): Promise<void> {
  const database = new DatabaseSync(":memory:");
  try {
    const storage = sqliteStorage({ database });
    await valueOf(storage.migrate());
    await block(storage);
  } finally {
    database.close();
  }
}

/** Runs a block on a fresh store in memory. */
export function onMemory(block: (storage: RosterStorage) => Promise<void>): Promise<void> {
  return block(memoryStorage());
}
