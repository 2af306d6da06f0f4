import { describe, expect, it } from "vitest";
import { okAsync } from "neverthrow";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { acmeStorage, now, rosterOn, valueOf } from "../../support/acme-roster.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
const dayMs = 24 * 60 * 60 * 1_000;

describe("pruneIdempotencyKeys", () => {
  it("deletes older records, keeps newer ones, and never deletes an event", async () => {
    const storage = await acmeStorage();
    const command = { organizationId, workspaceId: "web", actor, members: [{ userId: "bo", role: "member" as const }] };
    const daysAgo = (days: number) => ({ clock: () => new Date(Date.parse(now) - days * dayMs) });
    valueOf(await rosterOn(storage, daysAgo(3)).addMembers({ ...command, idempotencyKey: "old" }));
    valueOf(await rosterOn(storage, daysAgo(1)).addMembers({ ...command, idempotencyKey: "young" }));
    const roster = rosterOn(storage);
    const before = valueOf(await roster.events({ organizationId, actor }));

    const outcome = valueOf(await roster.maintenance.pruneIdempotencyKeys({ olderThanDays: 2 }));

    // The three that seeded the store are from 2025.
    expect(outcome).toEqual({ deleted: 4 });
    expect(valueOf(await roster.addMembers({ ...command, idempotencyKey: "young" })).replayed).toBe(true);
    expect(valueOf(await roster.addMembers({ ...command, idempotencyKey: "old" })).replayed).toBe(false);
    expect(valueOf(await roster.events({ organizationId, actor }))).toEqual(before);
  });

  it("works in batches of 1,000 until fewer are left", async () => {
    const limits: number[] = [];
    const rest = [1_000, 1_000, 400];
    const storage: RosterStorage = {
      ...(await acmeStorage()),
      pruneCommandRecords(_before, limit) {
        limits.push(limit);
        return okAsync({ deleted: rest.shift() ?? 0 });
      },
    };

    expect(valueOf(await rosterOn(storage).maintenance.pruneIdempotencyKeys({ olderThanDays: 1 }))).toEqual({
      deleted: 2_400,
    });
    expect(limits).toEqual([1_000, 1_000, 1_000]);
  });

  it("stops between two batches when the signal fires", async () => {
    const stop = new AbortController();
    const storage: RosterStorage = {
      ...(await acmeStorage()),
      pruneCommandRecords() {
        stop.abort();
        return okAsync({ deleted: 1_000 });
      },
    };

    const outcome = await rosterOn(storage).maintenance.pruneIdempotencyKeys(
      { olderThanDays: 1 },
      { signal: stop.signal },
    );

    expect(outcome._unsafeUnwrapErr()).toEqual({ code: "aborted" });
  });

  it.each([0, -1, 0.5, Number.NaN, 36_501, "7", 1n])("refuses %s days", async (olderThanDays) => {
    const outcome = await rosterOn(await acmeStorage()).maintenance.pruneIdempotencyKeys({ olderThanDays } as never);

    expect(outcome._unsafeUnwrapErr()).toMatchObject({ code: "invalid_input", issues: [{ path: "olderThanDays" }] });
  });
});
