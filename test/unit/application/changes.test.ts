import { errAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { storageFailed, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { acmeStorage, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { leapingTimer, settled, standingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
/** The pauses of the feed end at once; the time that a read may take does not pass. */
const maxLeapMs = 1_000;

describe("changes", () => {
  it("yields every past event and then each as it is committed, in order and once", async () => {
    const roster = rosterOn(await acmeStorage());
    const stop = new AbortController();
    const sequences: number[] = [];

    for await (const { sequence } of roster.changes({ organizationId, signal: stop.signal })) {
      sequences.push(sequence);
      if (sequence === seeded.lastSequence) void addToWeb(roster, ["bo", "cy"]);
      if (sequence === seeded.lastSequence + 2) stop.abort();
    }

    expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("starts after the given sequence", async () => {
    const roster = rosterOn(await acmeStorage());

    expect(await firstOf(roster.changes({ organizationId, after: 6 }))).toMatchObject({ sequence: 7 });
  });

  it("reads more events than fit one page", async () => {
    const storage = await acmeStorage();
    const roster = rosterOn(storage);
    const members = Array.from({ length: 1_200 }, (_, index) => ({
      userId: `user-${index}`,
      displayName: `User ${index}`,
      role: "member" as const,
    }));
    valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
    const last = seeded.lastSequence + members.length;

    const sequences: number[] = [];
    for await (const { sequence } of roster.changes({ organizationId })) {
      sequences.push(sequence);
      if (sequence === last) break;
    }

    expect(sequences).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });

  it("is woken by a commit in its own process, without waiting for the next poll", async () => {
    const timer = standingTimer();
    const roster = rosterOn(await acmeStorage(), { timer });
    const next = firstOf(roster.changes({ organizationId, after: seeded.lastSequence }));
    await settled();

    valueOf(await addToWeb(roster, ["bo"]));

    expect(await next).toMatchObject({ type: "workspace.member.added", userId: "bo" });
  });

  it("finds a commit of another process by polling at growing intervals of up to a second", async () => {
    const storage = await acmeStorage();
    const timer = leapingTimer({
      maxLeapMs,
      onWait: (count) => {
        if (count === 9) void addToWeb(rosterOn(storage), ["bo"]);
      },
    });

    await firstOf(rosterOn(storage, { timer }).changes({ organizationId, after: seeded.lastSequence }));

    expect(timer.waits.slice(0, 8)).toEqual([40, 80, 160, 320, 640, 1_000, 1_000, 1_000]);
  });

  it("waits for a store that is unavailable and loses nothing", async () => {
    const storage = await acmeStorage();
    let calls = 0;
    const shaky: RosterStorage = {
      ...storage,
      events: (...call) => ((calls += 1) % 2 === 1 ? errAsync(storageUnavailable("down")) : storage.events(...call)),
    };

    const sequences: number[] = [];
    for await (const { sequence } of rosterOn(shaky, { timer: leapingTimer({ maxLeapMs }) }).changes({
      organizationId,
    })) {
      sequences.push(sequence);
      if (sequence === seeded.lastSequence) break;
    }

    expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("ends when the signal fires while it waits", async () => {
    const roster = rosterOn(await acmeStorage());
    const stop = new AbortController();
    const reading = allOf(roster.changes({ organizationId, after: seeded.lastSequence, signal: stop.signal }));
    await settled();

    stop.abort();

    expect(await reading).toEqual([]);
  });

  it.each([
    ["invalid input", { organizationId: "" }, "invalid_input"],
    ["an organization that does not exist", { organizationId: "nowhere" }, "organization_not_found"],
  ])("throws for %s, with the error as cause", async (_, input, code) => {
    const roster = rosterOn(await acmeStorage());

    await expect(allOf(roster.changes(input))).rejects.toMatchObject({ cause: { code } });
  });

  it("throws if the store fails", async () => {
    const broken: RosterStorage = { ...(await acmeStorage()), events: () => errAsync(storageFailed("disk")) };

    await expect(allOf(rosterOn(broken).changes({ organizationId }))).rejects.toMatchObject({
      cause: { code: "storage_failed", cause: "disk" },
    });
  });
});

function addToWeb(roster: ReturnType<typeof rosterOn>, userIds: readonly string[]) {
  const members = userIds.map((userId) => ({ userId, role: "member" as const }));
  return roster.addMembers({ organizationId, workspaceId: "web", actor, members });
}

async function firstOf(events: AsyncIterable<RosterEvent>): Promise<RosterEvent | undefined> {
  for await (const event of events) return event;
  return undefined;
}

async function allOf(events: AsyncIterable<RosterEvent>): Promise<readonly RosterEvent[]> {
  const all: RosterEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
