import { err, ok, ResultAsync } from "neverthrow";
import { describe, expect, it, vi } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../../src/application/ports/storage-error.ts";
import { acmeStorage, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { access, accessMany, can, lists } from "../../support/inputs.ts";
import { countedSignal, silentIn } from "../../support/silent-storage.ts";
import { settled, standingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
const add = (userId: string) => ({
  organizationId,
  workspaceId: "web",
  actor,
  members: [{ userId, role: "member" as const }],
});
const late = new Error("The storage did not answer within the deadline.");
const unavailable = { code: "storage_unavailable", cause: late };
const silentReads = [
  "load",
  "events",
  "organizationMembers",
  "workspaceMembers",
  "candidates",
  "workspaces",
  "workspacesOf",
];

/** The storage whose `method` does not answer its first call. */
function silentOnce(storage: RosterStorage, method: "load" | "commit"): RosterStorage {
  const silent = silentIn(storage, method);
  let calls = 0;
  return {
    ...storage,
    [method]: (...args: readonly never[]) =>
      ((calls++ === 0 ? silent : storage)[method] as (...args: readonly never[]) => unknown)(...args),
  };
}

describe("deadlineMs bounds a call if the store never answers", () => {
  it.each([...lists, access, can, accessMany])(
    "$name: storage_unavailable at the deadline, not before",
    async (call) => {
      const storage = silentReads.reduce(silentIn, await acmeStorage());
      const timer = standingTimer();
      const answers: unknown[] = [];
      const pending = call.ask(rosterOn(storage, { timer }), call.input).then((answer) => answers.push(answer));

      await settled();
      timer.advance(9_999);
      await settled();
      const before = answers.length;
      timer.advance(1);
      await pending;

      expect([before, answers, timer.waiting()]).toStrictEqual([0, [err(unavailable)], 0]);
    },
  );

  it.each(["addMembers", "preview"] as const)("in the load of a command: %s", async (path) => {
    const timer = standingTimer();
    const roster = rosterOn(silentIn(await acmeStorage(), "load"), { timer });
    const pending = (path === "preview" ? roster.preview.addMembers : roster.addMembers)(add("bo"));

    await settled();
    timer.advance(10_000);

    expect([await pending, timer.waiting()]).toStrictEqual([err(unavailable), 0]);
  });

  it("in the first read of undoAddMembers", async () => {
    const timer = standingTimer();
    const roster = rosterOn(silentIn(await acmeStorage(), "events"), { timer });
    const pending = roster.undoAddMembers({ organizationId, actor, operationId: "some" });

    await settled();
    timer.advance(10_000);

    expect([await pending, timer.waiting()]).toStrictEqual([err(unavailable), 0]);
  });

  it('in a commit, which is outcome_unknown, never "not applied"', async () => {
    const timer = standingTimer();
    const pending = rosterOn(silentIn(await acmeStorage(), "commit"), { timer }).addMembers(add("bo"));

    await settled();
    timer.advance(10_000);

    expect([await pending, timer.waiting()]).toStrictEqual([
      err({ code: "outcome_unknown", operationId: "id-1", cause: late }),
      0,
    ]);
  });

  it("in each batch of pruneCommandRecords separately", async () => {
    const timer = standingTimer();
    const pending = rosterOn(silentIn(await acmeStorage(), "pruneCommandRecords"), {
      timer,
    }).maintenance.pruneIdempotencyKeys({
      olderThanDays: 1,
    });

    await settled();
    timer.advance(10_000);

    expect([await pending, timer.waiting()]).toStrictEqual([err(unavailable), 0]);
  });

  it.each(["load", "commit"] as const)("and the organization's next command runs after a silent %s", async (method) => {
    const timer = standingTimer();
    const storage = silentOnce(await acmeStorage(), method);
    const roster = rosterOn(storage, { timer });
    const first = roster.addMembers(add("bo"));
    await settled();
    timer.advance(1);
    const second = roster.addMembers(add("cy"));
    await settled();
    timer.advance(9_999);

    expect([(await first).isErr(), valueOf(await second).revision]).toStrictEqual([true, seeded.revision + 1]);
  });

  it("in real time if the timer sets no alarm", async () => {
    const roster = rosterOn(silentIn(await acmeStorage(), "load"), { deadlineMs: 20 });

    expect(await roster.addMembers(add("bo"))).toStrictEqual(err(unavailable));
  });
});

describe("a store that answers after the deadline", () => {
  /** The store, whose answers to `method` come when they are released. */
  async function slowIn(method: "load" | "commit", end: () => Promise<unknown> = () => Promise.resolve()) {
    const inner = await acmeStorage();
    let release = (): void => undefined;
    let called = (): void => undefined;
    const isCalled = new Promise<void>((resolve) => {
      called = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = <Value>(answer: () => ResultAsync<Value, StorageError>) => {
      called();
      return ResultAsync.fromSafePromise(gate.then(end)).andThen(answer);
    };
    const storage: RosterStorage = {
      ...inner,
      // It no longer knows the signal, like a server whose connection was cut.
      load: (organizationId, need, options) =>
        method === "load"
          ? held(() => inner.load(organizationId, need, {}))
          : inner.load(organizationId, need, options),
      commit: (batch, options) =>
        method === "commit" ? held(() => inner.commit(batch, {})) : inner.commit(batch, options),
    };
    return { inner, storage, release, isCalled };
  }

  it("has applied the commit, and a resend under the same key replays it", async () => {
    const { inner, storage, release, isCalled } = await slowIn("commit");
    const timer = standingTimer();
    const command = { ...add("bo"), idempotencyKey: "key-1" };
    const pending = rosterOn(storage, { timer }).addMembers(command);
    await isCalled;
    await settled();
    timer.advance(10_000);
    const refused = await pending;
    release();
    await settled();

    const resent = valueOf(await rosterOn(inner).addMembers(command));

    expect([refused.isErr() && refused.error.code, resent.added, resent.replayed]).toStrictEqual([
      "outcome_unknown",
      [{ userId: "bo", role: "member" }],
      true,
    ]);
  });

  it.each(["load", "commit"] as const)("and rejects then, affects nothing: %s", async (method) => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { storage, release } = await slowIn(method, () => Promise.reject(new Error("a bug, too late")));
    const timer = standingTimer();
    const pending = rosterOn(storage, { timer }).addMembers(add("bo"));
    await settled();
    timer.advance(10_000);
    const refused = await pending;

    release();
    await settled();
    process.off("unhandledRejection", unhandled);

    expect([refused.isErr(), unhandled.mock.calls]).toStrictEqual([true, []]);
  });
});

describe("the signal that a store receives", () => {
  it.each(["load", "commit"] as const)("fires at the deadline, with the reason: %s", async (method) => {
    const timer = standingTimer();
    const signals: AbortSignal[] = [];
    const storage: RosterStorage = {
      ...(await acmeStorage()),
      [method]: (...args: readonly unknown[]) => {
        signals.push((args.at(-1) as { signal: AbortSignal }).signal);
        return new ResultAsync<never, never>(new Promise(() => undefined));
      },
    };
    const pending = rosterOn(storage, { timer }).addMembers(add("bo"));
    await settled();
    const before = signals.map(({ aborted }) => aborted);
    timer.advance(10_000);

    expect((await pending).isErr()).toBe(true);
    expect([before, signals.map(({ reason }) => reason as unknown)]).toStrictEqual([[false], [late]]);
  });

  it("lets a store say at the deadline that a commit was not sent: nothing was applied", async () => {
    const timer = standingTimer();
    const storage: RosterStorage = {
      ...(await acmeStorage()),
      commit: (_, { signal }) =>
        new ResultAsync(
          new Promise((resolve) => {
            signal?.addEventListener("abort", () => resolve(err({ code: "aborted" })));
          }),
        ),
    };
    const pending = rosterOn(storage, { timer }).addMembers(add("bo"));
    await settled();
    timer.advance(10_000);

    expect(await pending).toStrictEqual(err(unavailable));
  });
});

describe("the caller's signal", () => {
  it("ends a load at once that the store does not end", async () => {
    const { controller, signal, listeners } = countedSignal();
    const timer = standingTimer();
    const pending = rosterOn(silentIn(await acmeStorage(), "load"), { timer }).addMembers(add("bo"), { signal });
    await settled();
    const during = listeners();
    controller.abort();

    expect([await pending, during, listeners(), timer.waiting()]).toStrictEqual([err({ code: "aborted" }), 1, 0, 0]);
  });

  it("leaves a sent commit outcome_unknown at the deadline if the store does not end it", async () => {
    const { controller, signal, listeners } = countedSignal();
    const timer = standingTimer();
    const pending = rosterOn(silentIn(await acmeStorage(), "commit"), { timer }).addMembers(add("bo"), { signal });
    await settled();
    controller.abort();
    await settled();
    timer.advance(10_000);

    expect([await pending, listeners(), timer.waiting()]).toStrictEqual([
      err({ code: "outcome_unknown", operationId: "id-1", cause: late }),
      0,
      0,
    ]);
  });

  it("has no listener, and the timer no work, once calls have ended, even in the queue", async () => {
    const { signal, listeners } = countedSignal();
    const timer = standingTimer();
    const inner = await acmeStorage();
    const slow: RosterStorage = {
      ...inner,
      load: (...args) => ResultAsync.fromSafePromise(settled()).andThen(() => inner.load(...args)),
    };
    const roster = rosterOn(slow, { timer });

    const commands = await Promise.all(["bo", "cy", "dee"].map((userId) => roster.addMembers(add(userId), { signal })));
    const pending = await roster.can(
      { organizationId, workspaceId: "web", userId: "bo", permission: "resources:use" },
      { signal },
    );

    expect([commands.every((answer) => answer.isOk()), pending, listeners(), timer.waiting()]).toStrictEqual([
      true,
      ok(true),
      0,
      0,
    ]);
  });
});
