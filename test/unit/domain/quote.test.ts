import { describe, expect, it } from "vitest";
import { quote } from "../../../src/domain/values/quote.ts";

describe("Strings: quote", () => {
  it("shows up to 100 characters", () => {
    expect(quote("x".repeat(100))).toBe(`"${"x".repeat(100)}"`);
  });

  it("cuts off after 100 characters and marks the cut", () => {
    expect(quote("x".repeat(101))).toBe(`"${"x".repeat(100)}"…`);
  });

  it("escapes quotes, backslashes and line breaks, so that a log entry stays on one line", () => {
    expect(quote('a"b\\c\nd')).toBe('"a\\"b\\\\c\\nd"');
  });

  it("returns well-formed text, even for lone surrogates and a pair that is cut in two", () => {
    const shown = [quote("a\ud800"), quote(`${"x".repeat(99)}😀😀`)];

    expect(shown.map((text) => text.isWellFormed())).toStrictEqual([true, true]);
  });

  it.each([
    ["NUL", "\u0000", "\\u0000"],
    ["an escape", "\u001b", "\\u001b"],
    ["DEL", "\u007f", "\\u007f"],
    ["a C1 control", "\u009b", "\\u009b"],
    ["a zero-width space", "\u200b", "\\u200b"],
    ["a line separator", "\u2028", "\\u2028"],
    ["a right-to-left override", "\u202e", "\\u202e"],
    ["a byte order mark", "\ufeff", "\\ufeff"],
    ["a tag character", "\u{e0061}", "\\udb40\\udc61"],
  ])("escapes %s, so that it is safe to print", (_, character, escape) => {
    expect(quote(`a${character}b`)).toBe(`"a${escape}b"`);
  });
});
