import { describe, expect, it } from "vitest";
import { identifierProblem } from "../../../src/domain/values/identifier.ts";

describe("Strings: an id", () => {
  it.each([
    ["plain", "user-1"],
    ["one character", "a"],
    ["any visible ASCII", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"],
    ["names of Object.prototype", "__proto__"],
    ["inner white space", "a b"],
    ["other scripts", "пользователь-Ω-用户"],
    ["beyond the basic plane", "😀𝒳"],
    ["not in NFC, because it is compared byte for byte", "e\u0301"],
    ["255 bytes of ASCII", "x".repeat(255)],
    ["255 bytes of two-byte characters and one", `${"é".repeat(127)}x`],
    ["255 bytes of three-byte characters", "用".repeat(85)],
    ["255 bytes with four-byte characters", `${"😀".repeat(63)}xyz`],
    ["the last code point", "\u{10ffff}"],
    ["a private-use character", "\ue000"],
  ])("may be %s", (_, value) => {
    expect(identifierProblem(value)).toBeNull();
  });

  it.each([
    ["256 bytes of ASCII", "x".repeat(256)],
    ["256 bytes of two-byte characters", "é".repeat(128)],
    ["258 bytes of three-byte characters", "用".repeat(86)],
    ["256 bytes of four-byte characters", "😀".repeat(64)],
    ["256 bytes of each length", `${"\u07ff\u0800\uffff\u{10000}".repeat(21)}xxxx`],
    ["256 units of any content", `${"a".repeat(255)}\ud800`],
  ])("may not be %s", (_, value) => {
    expect(identifierProblem(value)).toBe("must be at most 255 bytes of UTF-8");
  });

  it.each([
    ["a lone high surrogate", "a\ud800b"],
    ["a lone low surrogate", "a\udc00b"],
    ["surrogates in the wrong order", "\udc00\ud800"],
  ])("may not have %s", (_, value) => {
    expect(identifierProblem(value)).toBe("must be well-formed Unicode (it has a lone surrogate)");
  });

  it.each([
    ["NUL", "a\u0000b"],
    ["NUL among 255 bytes", `${"a".repeat(254)}\u0000`],
    ["a line feed", "a\nb"],
    ["DEL", "a\u007fb"],
    ["a C1 control", "a\u0085b"],
    ["a soft hyphen", "a\u00adb"],
    ["a zero-width space", "a\u200bb"],
    ["a zero-width non-joiner", "a\u200cb"],
    ["a zero-width joiner", "a\u200db"],
    ["a right-to-left mark", "a\u200fb"],
    ["a right-to-left override", "a\u202eb"],
    ["a line separator", "a\u2028b"],
    ["a paragraph separator", "a\u2029b"],
    ["a word joiner", "a\u2060b"],
    ["a byte order mark", "\ufeffa"],
    ["a variation selector", "a\ufe0f"],
    ["a Hangul filler", "a\u3164b"],
    ["a combining grapheme joiner", "a\u034fb"],
    ["a tag character", "a\u{e0061}"],
  ])("may not have %s", (_, value) => {
    expect(identifierProblem(value)).toBe("must not contain control or zero-width characters");
  });

  it.each([" a", "a ", "\u00a0a", "a\u3000", " "])("may not begin or end with white space: %j", (value) => {
    expect(identifierProblem(value)).toBe("must not begin or end with white space");
  });

  it("may not be empty", () => {
    expect(identifierProblem("")).toBe("must not be empty");
  });

  it.each([undefined, null, 1, 1n, true, Symbol("id"), {}, ["a"], new String("a"), () => "a"])(
    "must be a string: %s",
    (value) => {
      expect(identifierProblem(value)).toBe("must be a string");
    },
  );
});
