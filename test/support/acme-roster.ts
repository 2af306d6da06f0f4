import type { Result } from "neverthrow";
import { createRoster, type RosterOptions } from "../../src/application/create-roster.ts";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import { memoryStorage } from "../../src/memory.ts";
import type { Roster } from "../../src/application/roster.ts";
import type { BuiltInPermission } from "../../src/domain/workspace/workspace-roles.ts";
import { countingIds } from "./ids.ts";

type DefaultRoster = Roster;
type Options = Omit<RosterOptions<"admin" | "member", BuiltInPermission>, "storage">;

export const now = "2026-05-06T07:08:09.010Z";

/** The revision of `acmeStorage` and the sequence of its newest event. */
export const seeded = { revision: 3, lastSequence: 7 } as const;

/** A store with the organization `acme` (admin ada; members bo, cy and dee) and its workspace `web` (admin ada). */
export async function acmeStorage(): Promise<RosterStorage> {
  const storage = memoryStorage();
  const roster = createRoster({
    storage,
    createId: countingIds("seed"),
    clock: () => new Date("2025-01-01T00:00:00Z"),
  });
  const actor = { userId: "ada" };
  valueOf(
    await roster.createOrganization({
      organizationId: "acme",
      name: "Acme",
      owner: { userId: "ada", displayName: "Ada" },
    }),
  );
  valueOf(
    await roster.addOrganizationMembers({
      organizationId: "acme",
      actor,
      members: ["bo", "cy", "dee"].map((userId) => ({ userId, displayName: userId.toUpperCase(), role: "member" })),
    }),
  );
  valueOf(await roster.createWorkspace({ organizationId: "acme", actor, workspaceId: "web", name: "Web" }));
  return storage;
}

/** A roster whose clock always returns `now` and whose ids count up. */
export function rosterOn(storage: RosterStorage, options: Options = {}): DefaultRoster {
  return createRoster({ storage, clock: () => new Date(now), createId: countingIds(), ...options });
}

/** The value of a Result that must be Ok. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (result.isErr()) throw new Error(`Unexpected refusal: ${JSON.stringify(result.error)}`);
  return result.value;
}
