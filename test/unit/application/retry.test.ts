import { describe, expect, it } from "vitest";
import { backOff, replicaBackOffMs } from "../../../src/application/engine/retry.ts";
import type { Timer } from "../../../src/application/ports/timer.ts";
import { leapingTimer } from "../../support/timers.ts";

describe("backOff", () => {
  const attempts = [1, 2, 3, 4, 5, 6, 7, 8, 12, 1_000, Number.MAX_SAFE_INTEGER];
  const caps = [5, 10, 20, 40, 80, 160, 200, 200, 200, 200, 200];

  it.each([0, 0.25, 1 - Number.EPSILON])(
    "waits this part of a cap that doubles from 5 ms to 200 ms: %d",
    async (random) => {
      const timer = leapingTimer({ random });

      for (const attempt of attempts) await backOff(attempt, timer);

      expect(timer.waits).toStrictEqual(caps.map((cap) => random * cap));
    },
  );

  it("uses a new random number for each wait", async () => {
    const draws = [0.1, 0.9];
    const timer = { ...leapingTimer(), random: () => draws.shift() ?? 0 };

    await backOff(1, timer);
    await backOff(1, timer);

    expect([timer.waits, draws]).toStrictEqual([[0.5, 4.5], []]);
  });

  it("passes the signal to the timer", async () => {
    const { signal } = new AbortController();
    const signals: unknown[] = [];
    const timer: Timer = {
      ...leapingTimer(),
      wait: (_, handed) => {
        signals.push(handed);
        return Promise.resolve();
      },
    };

    await backOff(1, timer, signal);

    expect(signals).toStrictEqual([signal]);
  });
});

describe("replicaBackOffMs", () => {
  it.each([0, 0.5, 1 - Number.EPSILON])("is half of a cap and this part of its other half: %d", (random) => {
    const timer = leapingTimer({ random });
    const attempts = [1, 2, 3, 7, 8, 9, Number.MAX_SAFE_INTEGER];

    expect(attempts.map((attempt) => replicaBackOffMs(attempt, timer))).toStrictEqual(
      [40, 80, 160, 2_560, 4_000, 4_000, 4_000].map((cap) => (0.5 + random / 2) * cap),
    );
  });
});
