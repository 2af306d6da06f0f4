import { describe, expect, it } from "vitest";
import { quote } from "../../../src/domain/values/quote.ts";

describe("Strings: quote", () => {
  it("shows 100 characters as they are", () => {
    expect(quote("x".repeat(100))).toBe(`"${"x".repeat(100)}"`);
  });

  it("cuts off after 100 characters and says so", () => {
    expect(quote("x".repeat(101))).toBe(`"${"x".repeat(100)}"…`);
  });

  it("escapes quotes, backslashes and line breaks, so that a log line stays one", () => {
    expect(quote('a"b\\c\nd')).toBe('"a\\"b\\\\c\\nd"');
  });

  it("gives well-formed text, also of lone surrogates and where a pair is cut in two", () => {
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
  ])("shows %s by its escape, so that it is safe to print", (_, character, escape) => {
    expect(quote(`a${character}b`)).toBe(`"a${escape}b"`);
  });
});
