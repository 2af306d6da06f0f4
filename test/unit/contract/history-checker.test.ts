import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Call, type SerialModel, serialOrder } from "../../../src/testing/histories/history-checker.ts";

/** A register that returns its previous value. */
type Operation = { readonly write: number } | "read";
type Register = Call<Operation, number>;

describe("the history checker", () => {
  it("explains calls one after the other", () => {
    const calls = [write(1, 0, 1, 0), read(2, 3, 1), write(2, 4, 5, 1)];

    expect(serialOrder(calls, register(2))).toEqual([0, 1, 2]);
  });

  it("orders concurrent calls so that they are explained", () => {
    const calls = [write(1, 0, 9, 2), write(2, 0, 9, 0), read(0, 9, 2)];

    expect(serialOrder(calls, register(1))).toEqual([1, 2, 0]);
  });

  it("refuses an old value after the call that changed it has ended", () => {
    const calls = [write(1, 0, 1, 0), read(2, 3, 0)];

    expect(serialOrder(calls, register(1))).toBeNull();
  });

  it("allows an old value while the call that changes it is running", () => {
    const calls = [write(1, 0, 4, 0), read(2, 3, 0)];

    expect(serialOrder(calls, register(1))).toEqual([1, 0]);
  });

  it("refuses two readers who see two writes in opposite orders", () => {
    const writes = [write(1, 0, 9, 0), write(2, 0, 9, 1)];
    const first = [read(1, 2, 1), read(3, 4, 2)];
    const second = [read(1, 2, 2), read(3, 4, 1)];

    expect(serialOrder([...writes, ...first], register(2))).not.toBeNull();
    expect(serialOrder([...writes, ...first, ...second], register(2))).toBeNull();
  });

  it("refuses a lost update: two calls that both saw the same value", () => {
    expect(serialOrder([write(1, 0, 9, 0), write(2, 0, 9, 0)], register(2))).toBeNull();
  });

  it("refuses a final state that no order gives", () => {
    expect(serialOrder([write(1, 0, 1, 0)], register(2))).toBeNull();
  });

  it("allows a call with an unknown outcome to be applied at any later time, or not at all", () => {
    const lost: Register = { operation: { write: 1 }, began: 0, ended: Infinity, result: { kind: "unknown" } };

    expect(serialOrder([lost, read(2, 3, 0)], register(0))).not.toBeNull();
    expect(serialOrder([lost, read(2, 3, 1)], register(1))).toEqual([0, 1]);
    expect(serialOrder([lost, read(2, 3, 0), read(4, 5, 1)], register(1))).toEqual([1, 0, 2]);
    expect(serialOrder([lost, read(2, 3, 1), read(4, 5, 0)], register(1))).toBeNull();
  });

  it("gives a call that was not applied no effect", () => {
    const write: Register = { operation: { write: 1 }, began: 0, ended: 1, result: { kind: "not applied" } };

    expect(serialOrder([write, read(2, 3, 0)], register(0))).toEqual([0, 1]);
    expect(serialOrder([write, read(2, 3, 1)], register(1))).toBeNull();
  });

  it("explains any calls that took effect in some order, and refuses them if one answer is changed", () => {
    const operation = fc.oneof(
      fc.constant("read" as const),
      fc.integer({ min: 1, max: 3 }).map((value) => ({ write: value })),
    );
    const step = fc.record({ operation, before: fc.nat(25), after: fc.nat(25) });

    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 9 }), fc.nat(8), (steps, at) => {
        const { calls, final } = happened(steps);

        const order = serialOrder(calls, register(final));

        expect([...(order ?? [])].sort((left, right) => left - right)).toEqual([...calls.keys()]);
        const changed = calls.map((call, index) =>
          index === at % calls.length ? { ...call, result: { kind: "answered", answer: 99 } as const } : call,
        );
        expect(serialOrder(changed, register(final))).toBeNull();
      }),
    );
  });
});

function register(final: number): SerialModel<number, Operation, number> {
  return {
    initial: 0,
    apply: (value, operation) => ({ state: operation === "read" ? value : operation.write, answer: value }),
    isSame: Object.is,
    keyOf: String,
    isFinal: (value) => value === final,
  };
}

function write(value: number, began: number, ended: number, answer: number): Register {
  return { operation: { write: value }, began, ended, result: { kind: "answered", answer } };
}

function read(began: number, ended: number, answer: number): Register {
  return { operation: "read", began, ended, result: { kind: "answered", answer } };
}

/** Each operation takes effect at its index times ten; its call starts before and ends after that. */
function happened(
  steps: readonly { readonly operation: Operation; readonly before: number; readonly after: number }[],
): {
  readonly calls: readonly Register[];
  readonly final: number;
} {
  let value = 0;
  const calls = steps.map(({ operation, before, after }, index): Register => {
    const result = { kind: "answered", answer: value } as const;
    if (operation !== "read") value = operation.write;
    return { operation, began: index * 10 - before, ended: index * 10 + after, result };
  });
  return { calls, final: value };
}
