import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { compareBytes } from "../../src/domain/shared/byte-order.ts";

const texts = [
  "",
  "A",
  "a",
  "a\u0000",
  "aa",
  "ab",
  "b",
  "é",
  "\ud7ff",
  "\ue000",
  "\uffff",
  "\u{10000}",
  "😀",
  "\u{10ffff}",
];

describe("compareBytes", () => {
  it("orders as the bytes of UTF-8 do, whatever the pair", () => {
    const pairs = texts.flatMap((left) => texts.map((right) => [left, right] as const));

    const signs = pairs.map(([left, right]) => Math.sign(compareBytes(left, right)));

    expect(signs).toStrictEqual(pairs.map(([left, right]) => Buffer.compare(Buffer.from(left), Buffer.from(right))));
  });

  it("puts what lies beyond the basic plane last, other than JavaScript's own order", () => {
    expect([["😀", "\uffff"].sort(), ["😀", "\uffff"].sort(compareBytes)]).toStrictEqual([
      ["😀", "\uffff"],
      ["\uffff", "😀"],
    ]);
  });
});
