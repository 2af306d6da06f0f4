import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { compareBytes, sortedByBytes } from "../../../src/domain/values/byte-order.ts";

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
  "\u{103fe}",
  "\u{103ff}",
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

describe("sortedByBytes", () => {
  it.each([
    ["plain keys", ["b", "a", "ab", ""]],
    ["a key above U+FFFF beside one from U+E000", ["\u{1f600}", "\ufffd", "\ue000", "a"]],
  ])("sorts %s as their bytes are sorted", (_, keys) => {
    const asBytes = keys.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));

    expect(sortedByBytes(keys, (key) => key)).toStrictEqual(asBytes);
  });

  it.each([
    ["plain", "a"],
    ["surrogate", "\u{1f600}"],
  ])("keeps items of the same %s key in the order they came in", (_, key) => {
    const items = [1, 2, 3].map((place) => ({ key, place }));

    expect(sortedByBytes(items, (item) => item.key)).toStrictEqual(items);
  });

  it("leaves what it was given as it is", () => {
    const keys = ["b", "a"];

    expect([sortedByBytes(keys, (key) => key), keys]).toStrictEqual([
      ["a", "b"],
      ["b", "a"],
    ]);
  });
});
