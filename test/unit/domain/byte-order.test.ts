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
  it("orders every pair like its UTF-8 bytes", () => {
    const pairs = texts.flatMap((left) => texts.map((right) => [left, right] as const));

    const signs = pairs.map(([left, right]) => Math.sign(compareBytes(left, right)));

    expect(signs).toStrictEqual(pairs.map(([left, right]) => Buffer.compare(Buffer.from(left), Buffer.from(right))));
  });

  it("puts characters beyond the basic plane last, unlike JavaScript's own order", () => {
    expect([["😀", "\uffff"].sort(), ["😀", "\uffff"].sort(compareBytes)]).toStrictEqual([
      ["😀", "\uffff"],
      ["\uffff", "😀"],
    ]);
  });
});

describe("sortedByBytes", () => {
  it.each([
    ["plain keys", ["b", "a", "ab", ""]],
    ["a key above U+FFFF and one from U+E000", ["\u{1f600}", "\ufffd", "\ue000", "a"]],
  ])("sorts %s in byte order", (_, keys) => {
    const asBytes = keys.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));

    expect(sortedByBytes(keys, (key) => key)).toStrictEqual(asBytes);
  });

  it.each([
    ["plain", "a"],
    ["surrogate", "\u{1f600}"],
  ])("keeps items with the same %s key in their original order", (_, key) => {
    const items = [1, 2, 3].map((place) => ({ key, place }));

    expect(sortedByBytes(items, (item) => item.key)).toStrictEqual(items);
  });

  it("does not change its argument", () => {
    const keys = ["b", "a"];

    expect([sortedByBytes(keys, (key) => key), keys]).toStrictEqual([
      ["a", "b"],
      ["b", "a"],
    ]);
  });
});
