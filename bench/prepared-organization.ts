import { DatabaseSync } from "node:sqlite";
import type { Result } from "neverthrow";
import { createRoster, describeError, type RosterError } from "workspace-roster";
import { libraryLimits, type RosterStorage } from "workspace-roster/storage";
import { sqliteStorage } from "workspace-roster/sqlite";

export const organizationId = "acme";
export const ownerId = "owner";

const maxBatchSize = libraryLimits.members;
const firstNames = ["Ada", "Bo", "Chidi", "Dana", "Emre", "Farah", "Goro", "Hana", "Inês", "Jun", "Kofi", "Lena"];
const lastNames = ["Abe", "Byron", "Costa", "Cruz", "Eze", "Kaya", "Mensah", "Novák", "Park", "Prado", "Vogel"];

/** The id of the person with this number. Neighbors by number are not neighbors by id, as with random ids. */
export function personId(number: number): string {
  return `user-${scattered(number).toString(16).padStart(8, "0")}`;
}

/** Creates a database file with an organization of this many people, and these workspaces with only the owner in them. */
export async function prepareOrganization(
  file: string,
  people: number,
  workspaceIds: readonly string[],
): Promise<void> {
  const database = openDatabase(file);
  const storage = sqliteStorage({ database });
  valueOf(await storage.migrate());
  await fillOrganization(storage, people, workspaceIds);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
}

/** Creates such an organization in a store that has its tables. */
export async function fillOrganization(
  storage: RosterStorage,
  people: number,
  workspaceIds: readonly string[],
): Promise<void> {
  const roster = createRoster({ storage });
  const actor = { userId: ownerId };
  const owner = { userId: ownerId, displayName: "Olu Ade" };
  valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner }));
  for (let first = 1; first < people; first += maxBatchSize) {
    const members = Array.from({ length: Math.min(maxBatchSize, people - first) }, (_, index) => person(first + index));
    valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
  }
  for (const workspaceId of workspaceIds) {
    valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId, name: workspaceId }));
  }
}

/** Opens the file as both sides use it. `synchronous=NORMAL` waits least for the disk, which would hide work. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  return database;
}

export function valueOf<Value>(result: Result<Value, RosterError>): Value {
  if (result.isErr()) throw new Error(describeError(result.error, { withCause: true }));
  return result.value;
}

function person(number: number) {
  const first = firstNames[number % firstNames.length] ?? "";
  const last = lastNames[scattered(number) % lastNames.length] ?? "";
  const email = `${first}.${last}.${String(number)}@example.com`.toLowerCase();
  return { userId: personId(number), displayName: `${first} ${last}`, email, role: "member" as const };
}

/** A different 32-bit number for each number, because multiplying by an odd number is one-to-one. */
function scattered(number: number): number {
  return Math.imul(number, 0x9e3779b1) >>> 0;
}
