import { err, ok, type Result } from "neverthrow";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createOrganizationQueue } from "../../../src/application/engine/organization-queue.ts";
import { acmeStorage, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { acme, asOrganizationId } from "../../support/ids.ts";
import { comesAfter, fails, scriptedStorage } from "../../support/scripted-storage.ts";
import { settled, standingTimer } from "../../support/timers.ts";

const other = asOrganizationId("other");
const deadline = 11_000;

/** A queue, and a log of who got their turn. */
function queueWithLog(timer = standingTimer()) {
  const queue = createOrganizationQueue(timer);
  const log: string[] = [];
  const enter = async (name: string, organizationId = acme, signal?: AbortSignal, until = deadline) => {
    const turn = await queue.enter(organizationId, { deadline: until, signal });
    log.push(turn.isOk() ? name : `${name}: ${JSON.stringify(turn.error)}`);
    return turn;
  };
  return { timer, log, enter };
}

/** Waits for a turn and logs it. */
async function over(entering: Promise<unknown>): Promise<void> {
  await entering;
}

function leave(turn: Result<() => void, unknown>): void {
  valueOf(turn)();
}

describe("the queue of an organization", () => {
  it("gives the first caller a turn at once", async () => {
    const { log, enter } = queueWithLog();

    await over(enter("first"));

    expect(log).toStrictEqual(["first"]);
  });

  it("gives turns in the order of the calls, each after the previous one has ended", async () => {
    const { log, enter } = queueWithLog();
    const first = await enter("first");
    const second = enter("second");
    const third = enter("third");
    await settled();
    const seen = [[...log]];

    leave(first);
    await settled();
    seen.push([...log]);
    leave(await second);
    await over(third);
    seen.push([...log]);

    expect(seen).toStrictEqual([["first"], ["first", "second"], ["first", "second", "third"]]);
  });

  it("puts a caller who comes later behind all who wait", async () => {
    const { log, enter } = queueWithLog();
    const first = await enter("first");
    const second = enter("second");
    leave(first);
    const third = enter("third");

    leave(await second);
    await over(third);

    expect(log).toStrictEqual(["first", "second", "third"]);
  });

  it("does not make organizations wait for each other", async () => {
    const { log, enter } = queueWithLog();
    await over(enter("acme"));

    await over(enter("other", other));

    expect(log).toStrictEqual(["acme", "other"]);
  });

  it("removes a caller who gives up, and the next ones move up", async () => {
    const { log, enter } = queueWithLog();
    const controller = new AbortController();
    const first = await enter("first");
    const second = enter("second", acme, controller.signal);
    const third = enter("third");
    controller.abort();
    await over(second);

    leave(first);
    await over(third);

    expect(log).toStrictEqual(["first", 'second: {"code":"aborted"}', "third"]);
  });

  it("gives no turn to a caller who has already given up, free or not", async () => {
    const { enter } = queueWithLog();

    expect(await enter("first", acme, AbortSignal.abort())).toStrictEqual(err({ code: "aborted" }));
  });

  it("is late at the deadline, and not before", async () => {
    const { timer, log, enter } = queueWithLog();
    const first = await enter("first");
    const second = enter("second");
    const third = enter("third", acme, undefined, deadline + 1);

    timer.advance(9_999);
    await settled();
    const seen = [[...log]];
    timer.advance(1);
    await over(second);
    seen.push([...log]);
    leave(first);
    await over(third);
    seen.push([...log]);

    expect(seen).toStrictEqual([["first"], ["first", 'second: "late"'], ["first", 'second: "late"', "third"]]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("continues if a turn comes %d steps after its caller gave up", async (steps) => {
    const { timer, log, enter } = queueWithLog();
    const first = await enter("first");
    const second = enter("second");
    await settled();

    timer.advance(10_000);
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    leave(first);
    const turn = await second;
    if (turn.isOk()) leave(turn);
    await over(enter("third", acme, undefined, deadline + 1_000));

    expect(log.at(-1)).toBe("third");
  });

  it("gives a caller whose turn comes at the moment of the deadline the turn, and then passes it on", async () => {
    const { timer, log, enter } = queueWithLog();
    const first = await enter("first");
    const second = enter("second");
    await settled();

    timer.advance(10_000);
    leave(first);
    const turn = await second;
    if (turn.isOk()) leave(turn);
    await over(enter("third"));

    expect(log.at(-1)).toBe("third");
  });

  it("gives a caller whose turn comes at the moment of an abort the turn, and then passes it on", async () => {
    const { log, enter } = queueWithLog();
    const controller = new AbortController();
    const first = await enter("first");
    const second = enter("second", acme, controller.signal);
    await settled();

    controller.abort();
    leave(first);
    const turn = await second;
    if (turn.isOk()) leave(turn);
    await over(enter("third"));

    expect(log.at(-1)).toBe("third");
  });

  it("leaves no timer running after a turn or after giving up", async () => {
    const { timer, enter } = queueWithLog();
    const controller = new AbortController();
    const first = await enter("first");
    const second = enter("second");
    const third = enter("third", acme, controller.signal);
    controller.abort();
    await over(third);
    leave(first);
    await over(second);
    await settled();

    expect(timer.waiting()).toBe(0);
  });
});

describe("the queue keeps nothing", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("of organizations whose queues are empty", async () => {
    const setting = vi.spyOn(Map.prototype, "set");
    const { enter } = queueWithLog();
    for (let index = 0; index < 1_000; index += 1) {
      const organizationId = asOrganizationId(`organization-${index}`);
      const first = await enter("first", organizationId);
      const second = enter("second", organizationId);
      leave(first);
      leave(await second);
    }

    const lines = setting.mock.contexts.find((_, call) => setting.mock.calls[call]?.[0] === "organization-999");

    expect(lines).toStrictEqual(new Map());
  });
});

describe("commands of one roster", () => {
  const actor = { userId: "ada" };
  const add = (userId: string) => ({
    organizationId: "acme",
    workspaceId: "web",
    actor,
    members: [{ userId, role: "member" as const }],
  });

  /** Holds back the first commit until `release` is called. */
  async function heldBack() {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const storage = scriptedStorage(await acmeStorage(), [comesAfter(() => held)]);
    return { storage, release };
  }

  it("on one organization run one after the other, so that none has a conflict", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage);

    const outcomes = await Promise.all(["bo", "cy", "dee"].map((userId) => roster.addMembers(add(userId))));

    expect([outcomes.map((outcome) => valueOf(outcome).revision), storage.loads, storage.commits.length]).toStrictEqual(
      [[1, 2, 3].map((commits) => seeded.revision + commits), 3, 3],
    );
  });

  it("on one organization share a queue, whatever they are", async () => {
    const { storage, release } = await heldBack();
    const roster = rosterOn(storage, { timer: standingTimer() });
    const first = roster.addMembers(add("bo"));
    const second = roster.createWorkspace({ organizationId: "acme", actor, name: "Ops" });
    await settled();
    const loads = storage.loads;
    release();

    const outcomes = [await first, await second].map((outcome) => outcome.isOk());

    expect([loads, outcomes]).toStrictEqual([1, [true, true]]);
  });

  it("on different organizations do not wait for each other", async () => {
    const { storage, release } = await heldBack();
    const roster = rosterOn(storage, { timer: standingTimer() });
    const first = roster.addMembers(add("bo"));
    await settled();

    const created = await roster.createOrganization({
      organizationId: "other",
      name: "Other",
      owner: { userId: "ada", displayName: "Ada" },
    });
    release();

    expect([created.isOk(), (await first).isOk()]).toStrictEqual([true, true]);
  });

  it("that are aborted in the queue do nothing", async () => {
    const { storage, release } = await heldBack();
    const controller = new AbortController();
    const roster = rosterOn(storage, { timer: standingTimer() });
    const first = roster.addMembers(add("bo"));
    const second = roster.addMembers(add("cy"), { signal: controller.signal });
    await settled();

    controller.abort();
    const refused = await second;
    release();

    expect([refused, (await first).isOk(), storage.loads]).toStrictEqual([err({ code: "aborted" }), true, 1]);
  });

  it("that wait in the queue until the deadline are contention, without an attempt", async () => {
    const { storage, release } = await heldBack();
    const timer = standingTimer();
    const roster = rosterOn(storage, { timer, deadlineMs: 500 });
    const first = roster.addMembers(add("bo"));
    const second = roster.addMembers(add("cy"));
    await settled();

    timer.advance(500);
    const refused = await second;
    release();

    expect([refused, (await first).isOk(), storage.loads]).toStrictEqual([
      err({ code: "contention", attempts: 0 }),
      false,
      1,
    ]);
  });

  it.each([
    ["is refused", fails({ code: "storage_failed", cause: "broken" })],
    [
      "throws",
      () => {
        throw new Error("a bug of the adapter");
      },
    ],
  ])("end their turn if one of them %s", async (_, step) => {
    const storage = scriptedStorage(await acmeStorage(), [step]);
    const roster = rosterOn(storage, { timer: standingTimer() });
    const first = roster.addMembers(add("bo")).then(
      (result) => result.isOk(),
      () => false,
    );

    const second = await roster.addMembers(add("cy"));

    expect([await first, second.map(({ added }) => added)]).toStrictEqual([
      false,
      ok([{ userId: "cy", role: "member" }]),
    ]);
  });
});
