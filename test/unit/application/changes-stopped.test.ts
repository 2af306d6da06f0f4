import { once } from "node:events";
import { Readable } from "node:stream";
import { ResultAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { CommitBell } from "../../../src/application/engine/commit-bell.ts";
import { describeError } from "../../../src/application/describe-error.ts";
import { changesOf } from "../../../src/application/queries/changes.ts";
import type { Runtime } from "../../../src/application/engine/runtime.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { acmeStorage, rosterOn, seeded } from "../../support/acme-roster.ts";
import { settled, standingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const after = seeded.lastSequence;
const done = { done: true, value: undefined };

describe("changes can be stopped", () => {
  it("by return() while it waits for the next commit, and leaves no timer behind", async () => {
    const timer = standingTimer();
    const events = rosterOn(await acmeStorage(), { timer })
      .changes({ organizationId, after })
      [Symbol.asyncIterator]();
    const next = events.next();
    await settled();
    const waited = timer.waiting();

    const returned = await events.return?.();

    await settled();
    expect([returned, await next, await events.next(), waited, timer.waiting()]).toEqual([done, done, done, 1, 0]);
  });

  it("by return() while a read of the store never ends, and signals the store", async () => {
    const timer = standingTimer();
    const { storage, signals } = silentStorage(await acmeStorage());
    const events = rosterOn(storage, { timer }).changes({ organizationId })[Symbol.asyncIterator]();
    const next = events.next();
    await settled();

    const returned = await events.return?.();

    await settled();
    expect([returned, await next, timer.waiting()]).toEqual([done, done, 0]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("by return(), and then no longer listens for commits of its organization", async () => {
    let registrations = 0;
    const bell: CommitBell = {
      ring: () => undefined,
      once() {
        registrations += 1;
        return () => void (registrations -= 1);
      },
    };
    const runtime = {
      storage: await acmeStorage(),
      timer: standingTimer(),
      deadlineMs: 10_000,
      bell,
    } as Partial<Runtime>;
    const events = changesOf(runtime as Runtime, describeError)({ organizationId, after });
    void events.next();
    await settled();
    const whileWaiting = registrations;

    await events.return?.();

    await settled();
    expect([whileWaiting, registrations]).toEqual([1, 0]);
  });

  it("by destroying a stream made of it", async () => {
    const stream = Readable.from(rosterOn(await acmeStorage()).changes({ organizationId, after }));
    stream.resume();
    await settled();

    stream.destroy();
    await once(stream, "close");

    expect(stream.closed).toBe(true);
  });

  it("by return(), even if the host's timer ignores the signal", async () => {
    const timer = { ...standingTimer(), wait: () => new Promise<void>(() => undefined) };
    const events = rosterOn(await acmeStorage(), { timer })
      .changes({ organizationId, after })
      [Symbol.asyncIterator]();
    const next = events.next();
    await settled();

    await events.return?.();

    expect(await next).toEqual(done);
  });

  it("by throw(), with the error", async () => {
    const events = rosterOn(await acmeStorage())
      .changes({ organizationId, after })
      [Symbol.asyncIterator]();
    const next = events.next();

    await expect(events.throw?.(new Error("enough"))).rejects.toThrow("enough");

    expect(await next).toEqual(done);
  });

  it("by return() before it started, without a read", async () => {
    const { storage, signals } = silentStorage(await acmeStorage());
    const events = rosterOn(storage).changes({ organizationId })[Symbol.asyncIterator]();

    await events.return?.();

    expect([await events.next(), signals]).toEqual([done, []]);
  });

  it("by the signal while a read of the store never ends", async () => {
    const stop = new AbortController();
    const { storage } = silentStorage(await acmeStorage());
    const events = rosterOn(storage).changes({ organizationId, signal: stop.signal })[Symbol.asyncIterator]();
    const next = events.next();
    await settled();

    stop.abort();

    expect(await next).toEqual(done);
  });

  it.each(["return()", "break", "a failure"])("by %s, and then no longer listens to the host's signal", async (how) => {
    const signal = countedSignal();
    const roster = rosterOn(await acmeStorage());
    const events = roster.changes({ organizationId: how === "a failure" ? "nowhere" : organizationId, signal });

    if (how === "break") for await (const { sequence } of events) if (sequence === after) break;
    if (how === "a failure") await expect(events[Symbol.asyncIterator]().next()).rejects.toThrow();
    if (how === "return()") {
      const iterator = events[Symbol.asyncIterator]();
      await iterator.next();
      void iterator.next();
      await iterator.return?.();
    }

    await settled();
    expect(signal.listening()).toBe(0);
  });
});

describe("a store that never answers changes", () => {
  it("is unavailable after the deadline, and is read again", async () => {
    const timer = standingTimer();
    const acme = await acmeStorage();
    const { storage: silent, signals } = silentStorage(acme);
    const storage: RosterStorage = {
      ...acme,
      events: (...call) => (signals.length === 0 ? silent : acme).events(...call),
    };
    const next = rosterOn(storage, { timer, deadlineMs: 5_000 })
      .changes({ organizationId })
      [Symbol.asyncIterator]()
      .next();

    await settled();
    timer.advance(5_000);
    await settled();
    timer.advance(1_000);

    expect(await next).toMatchObject({ value: { sequence: 1 } });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

/** Never answers a read of events, and keeps the signals that it received. */
function silentStorage(acme: RosterStorage): { readonly storage: RosterStorage; readonly signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  const storage: RosterStorage = {
    ...acme,
    events: (_, __, ___, { signal }) => {
      if (signal !== undefined) signals.push(signal);
      return new ResultAsync(new Promise(() => undefined));
    },
  };
  return { storage, signals };
}

function countedSignal(): AbortSignal & { listening(): number } {
  const { signal } = new AbortController();
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  return Object.assign(signal, {
    listening: () => count,
    addEventListener(...listener: Parameters<typeof add>) {
      count += 1;
      add(...listener);
    },
    removeEventListener(...listener: Parameters<typeof remove>) {
      count -= 1;
      remove(...listener);
    },
  });
}
