import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prefixEnd } from "../../../src/adapters/sql/prefix-end.ts";
import { compareBytes } from "../../../src/domain/values/byte-order.ts";

describe("prefixEnd", () => {
  it.each([
    ["a", "b"],
    ["anna", "annb"],
    ["z", "{"],
    ["é", "ê"],
    ["\u007f", "\u0080"],
    ["a\ud7ff", "a\ue000"],
    ["\uffff", "\u{10000}"],
    ["a\u{10ffff}", "b"],
    ["a\u{10ffff}\u{10ffff}", "b"],
    ["\u{10ffff}", null],
    ["", null],
  ])("of %j is %j", (prefix, end) => {
    expect(prefixEnd(prefix)).toBe(end);
  });

  it("lies between the strings with the prefix and those after them", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"),
      maxLength: 4,
    });

    fc.assert(
      fc.property(text, text, (prefix, word) => {
        const end = prefixEnd(prefix);
        const isInRange = compareBytes(word, prefix) >= 0 && (end === null || compareBytes(word, end) < 0);
        expect(isInRange).toBe(word.startsWith(prefix));
      }),
      { numRuns: 2_000 },
    );
  });
});
