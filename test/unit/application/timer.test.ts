import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemTimer } from "../../../src/application/ports/timer.ts";

describe("the system's timer", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("resolves when the time is over", async () => {
    let isOver = false;
    const wait = systemTimer.wait(100).then(() => {
      isOver = true;
    });

    await vi.advanceTimersByTimeAsync(99);
    const before = isOver;
    await vi.advanceTimersByTimeAsync(1);
    await wait;

    expect([before, isOver]).toStrictEqual([false, true]);
  });

  it.each([Infinity, 2 ** 31, 30 * 24 * 60 * 60 * 1_000])(
    "does not end a wait at once if it is longer than the platform's limit: %d ms",
    async (milliseconds) => {
      let isOver = false;
      const controller = new AbortController();
      const wait = systemTimer.wait(milliseconds, controller.signal).then(() => {
        isOver = true;
      });

      await vi.advanceTimersByTimeAsync(60_000);
      const after = isOver;
      controller.abort();
      await wait;

      expect(after).toBe(false);
    },
  );

  it("resolves as soon as the signal fires, and keeps no timer", async () => {
    const controller = new AbortController();
    const wait = systemTimer.wait(100, controller.signal);

    controller.abort();
    await wait;

    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not wait if the signal has already fired", async () => {
    await systemTimer.wait(100, AbortSignal.abort());

    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no listener on a signal that outlives the wait", async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, "removeEventListener");
    const wait = systemTimer.wait(100, signal);

    await vi.advanceTimersByTimeAsync(100);
    await wait;

    expect(removed.mock.calls.map(([type]) => type)).toStrictEqual(["abort"]);
  });

  it("counts milliseconds that never go back", () => {
    const first = systemTimer.now();
    vi.advanceTimersByTime(1_500);

    expect(systemTimer.now() - first).toBe(1_500);
  });

  it("returns random numbers from 0 up to but not including 1", () => {
    const drawn = Array.from({ length: 1_000 }, () => systemTimer.random());

    expect(drawn.filter((number) => number < 0 || number >= 1)).toStrictEqual([]);
  });
});
