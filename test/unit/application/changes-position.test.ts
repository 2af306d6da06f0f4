import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { acmeStorage, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { leapingTimer, settled, standingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
const last = seeded.lastSequence;
/** The pauses of the feed end at once; the time that a read may take does not pass. */
const maxLeapMs = 1_000;

describe("a position of changes ahead of the organization", () => {
  it("is position_ahead if it is not reached within the deadline", async () => {
    const timer = leapingTimer({ maxLeapMs });
    const events = rosterOn(await acmeStorage(), { timer, deadlineMs: 5_000 }).changes({
      organizationId,
      after: last + 3,
    });

    await expect(firstOf(events)).rejects.toMatchObject({
      cause: { code: "position_ahead", after: last + 3, lastSequence: last },
    });
    expect(sum(timer.waits)).toBeGreaterThanOrEqual(5_000);
    expect(sum(timer.waits)).toBeLessThan(7_000);
  });

  it("is tolerated on a replica that lags behind", async () => {
    const storage = await acmeStorage();
    const primary = rosterOn(storage);
    const timer = leapingTimer({
      maxLeapMs,
      onWait: (count) => void (count <= 3 && addToWeb(primary, names[count])),
    });
    const replica = rosterOn(storage, { timer });

    expect(await firstOf(replica.changes({ organizationId, after: last + 2 }))).toMatchObject({ sequence: last + 3 });
  });

  it("does not include the last event itself: the feed waits for the next one", async () => {
    const timer = standingTimer();
    const roster = rosterOn(await acmeStorage(), { timer, deadlineMs: 0 });
    const next = firstOf(roster.changes({ organizationId, after: last }));
    await settled();

    valueOf(await addToWeb(roster, "bo"));

    expect(await next).toMatchObject({ sequence: last + 1 });
  });

  it("is position_ahead even if the organization falls behind while it is followed", async () => {
    const backup = await acmeStorage();
    const live = await acmeStorage();
    let current = live;
    const storage: RosterStorage = { ...live, events: (...call) => current.events(...call) };
    const timer = leapingTimer({ maxLeapMs });
    const events = rosterOn(storage, { timer }).changes({ organizationId, after: last })[Symbol.asyncIterator]();
    valueOf(await addToWeb(rosterOn(live), "bo"));
    await events.next();

    current = backup;

    await expect(events.next()).rejects.toMatchObject({
      cause: { code: "position_ahead", after: last + 1, lastSequence: last },
    });
  });

  it("is an empty page of events, which pollers ask for", async () => {
    const roster = rosterOn(await acmeStorage());

    const pages = [last, last + 3].map((after) => roster.events({ organizationId, actor, after }));

    expect((await Promise.all(pages)).map(valueOf)).toEqual(Array(2).fill({ items: [], next: null }));
  });
});

const names: readonly string[] = ["", "bo", "cy", "dee"];

function addToWeb(roster: ReturnType<typeof rosterOn>, userId = "") {
  return roster.addMembers({ organizationId, workspaceId: "web", actor, members: [{ userId, role: "member" }] });
}

async function firstOf(events: AsyncIterable<unknown>): Promise<unknown> {
  for await (const event of events) return event;
  return undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
