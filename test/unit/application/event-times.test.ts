import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { acmeStorage, now, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { comesAfter, conflicts, scriptedStorage } from "../../support/scripted-storage.ts";
import { countingIds } from "../../support/ids.ts";
import { leapingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
const adding = (userId: string) => ({
  organizationId,
  workspaceId: "web",
  actor,
  members: [{ userId, role: "member" as const }],
});
const hourLater = "2026-05-06T08:07:08.009Z";

/** A clock that returns these times one after the other, and then always the last. */
function clockOf(...times: readonly string[]): () => Date {
  let index = 0;
  return () => new Date(times[Math.min(index++, times.length - 1)] ?? "");
}

async function timesOf(storage: RosterStorage): Promise<readonly string[]> {
  const { items } = valueOf(await rosterOn(storage).events({ organizationId, actor, limit: 500 }));
  return items.slice(seeded.lastSequence).map(({ at }) => at);
}

describe("the time of an event", () => {
  it("is when the committed attempt was decided", async () => {
    const storage = scriptedStorage(await acmeStorage(), [conflicts]);
    const roster = rosterOn(storage, { clock: clockOf(now, hourLater), timer: leapingTimer() });

    const { operationId } = valueOf(await roster.addMembers(adding("bo")));

    const [first, second] = storage.commits.map(({ batch }) => batch);
    expect([first?.events[0]?.at, first?.command.at, first?.guard.lastAt]).toEqual([now, now, now]);
    expect([second?.events[0]?.at, second?.command.at, second?.guard.lastAt]).toEqual([
      hourLater,
      hourLater,
      hourLater,
    ]);
    expect([first?.events[0]?.operationId, second?.events[0]?.operationId]).toEqual([operationId, operationId]);
    expect(storage.loads).toBe(2);
  });

  it("is when a command that waited got its turn", async () => {
    const storage = await acmeStorage();
    let time = now;
    const anHourPasses = comesAfter(() => Promise.resolve((time = hourLater)));
    const roster = rosterOn(scriptedStorage(storage, [anHourPasses]), { clock: () => new Date(time) });

    await Promise.all([roster.addMembers(adding("bo")), roster.addMembers(adding("cy"))]);

    expect(await timesOf(storage)).toEqual([now, hourLater]);
  });

  it("is never earlier than the previous event, if a clock goes back", async () => {
    const storage = await acmeStorage();
    const roster = rosterOn(storage, { clock: clockOf(hourLater, now, now) });

    for (const user of ["bo", "cy"]) valueOf(await roster.addMembers(adding(user)));

    expect(await timesOf(storage)).toEqual([hourLater, hourLater]);
  });

  it("is never earlier than the previous event, if the clocks of rosters differ by an hour", async () => {
    const storage = await acmeStorage();
    const ahead = rosterOn(storage, { clock: () => new Date(hourLater), createId: countingIds("ahead") });
    const behind = rosterOn(storage, { createId: countingIds("behind") });

    valueOf(await behind.addMembers(adding("bo")));
    valueOf(await ahead.addMembers(adding("cy")));
    valueOf(await behind.addMembers(adding("dee")));
    valueOf(await behind.addMembers({ ...adding("dee"), idempotencyKey: "nothing to do" }));

    expect(await timesOf(storage)).toEqual([now, hourLater, hourLater]);
  });

  it("of a command that changed nothing is only in its record", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage, { clock: clockOf(hourLater, now) });
    valueOf(await roster.addMembers(adding("bo")));

    valueOf(await roster.addMembers({ ...adding("bo"), idempotencyKey: "again" }));

    expect(storage.commits.map(({ batch }) => [batch.events.length, batch.command.at, batch.guard.lastAt])).toEqual([
      [1, hourLater, hourLater],
      [0, hourLater, hourLater],
    ]);
  });

  it("is the time of the clock in an organization without events", async () => {
    const storage = scriptedStorage(memoryStorage());
    const owner = { userId: "ada", displayName: "Ada" };

    valueOf(await rosterOn(storage).createOrganization({ organizationId, name: "Acme", owner }));

    expect(storage.commits.map(({ batch }) => [batch.events[0]?.at, batch.guard.lastAt])).toEqual([[now, now]]);
  });
});

describe("a clock", () => {
  it.each([
    ["an Invalid Date", new Date(Number.NaN), "Invalid Date"],
    ["a number", 1_778_051_289_010, "1778051289010"],
    ["text", now, JSON.stringify(now)],
    ["nothing", undefined, "undefined"],
    ["the year 10000", new Date("+010000-01-01T00:00:00Z"), "+010000-01-01T00:00:00.000Z"],
    ["a year before 0", new Date("-000001-01-01T00:00:00Z"), "-000001-01-01T00:00:00.000Z"],
  ])("that returns %s is a bug of the host and throws, before anything is written", async (_, given, shown) => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage, { clock: () => given as Date });

    await expect(roster.addMembers(adding("bo"))).rejects.toThrow(
      new TypeError(`clock must return a valid Date in the years 0 to 9999, not ${shown}.`),
    );
    expect(storage.commits).toEqual([]);
  });

  it("that returns an invalid date throws from pruneCommandRecords too", async () => {
    const roster = rosterOn(await acmeStorage(), { clock: () => new Date(Number.NaN) });

    await expect(roster.maintenance.pruneIdempotencyKeys({ olderThanDays: 1 })).rejects.toThrow(
      /, not Invalid Date\.$/u,
    );
  });
});
