import { describe, expect, it } from "vitest";
import { descriptionProblem, emailProblem, nameProblem } from "../../../src/domain/values/name.ts";

const controls = "must not contain control characters";
const zeroWidth = "must not contain zero-width characters";
const loneSurrogate = "must be well-formed Unicode (it has a lone surrogate)";
const notNfc = 'must be in Unicode form NFC; pass value.normalize("NFC")';

describe("Strings: a name", () => {
  it.each([
    ["plain", "Ada Lovelace"],
    ["one character", "李"],
    ["accents in NFC", "Zoë Ångström"],
    ["an inner joiner, as in Persian", "می\u200cخواهم"],
    ["an emoji of joined parts", "👩\u200d💻 team"],
    ["an emoji with a variation selector", "I ❤\ufe0f it"],
    ["100 code points", "x".repeat(100)],
    ["100 code points beyond the basic plane", "😀".repeat(100)],
    ["letters that look like wildcards", "100%_\\"],
  ])("may be %s", (_, value) => {
    expect(nameProblem(value)).toBeNull();
  });

  it.each([
    ["empty", "", "must not be empty"],
    ["101 code points", "x".repeat(101), "must be at most 100 code points"],
    ["101 code points beyond the basic plane", "😀".repeat(101), "must be at most 100 code points"],
    ["with a lone surrogate", "a\ud83d", loneSurrogate],
    ["with NUL", "a\u0000b", controls],
    ["with a line feed", "a\nb", controls],
    ["with a tab", "a\tb", controls],
    ["with DEL", "a\u007fb", controls],
    ["with a C1 control", "a\u009bb", controls],
    ["with a line separator", "a\u2028b", controls],
    ["with a soft hyphen", "a\u00adb", zeroWidth],
    ["with a zero-width space", "a\u200bb", zeroWidth],
    ["with a right-to-left override", "a\u202eb", zeroWidth],
    ["with a byte order mark", "\ufeffab", zeroWidth],
    ["with an isolate", "a\u2066b", zeroWidth],
    ["with a tag character", "a\u{e0061}b", zeroWidth],
    ["with a joiner at the beginning", "\u200da", zeroWidth],
    ["with a joiner at the end", "a\u200c", zeroWidth],
    ["with two joiners in a row", "a\u200d\u200db", zeroWidth],
    ["not in NFC", "Zoe\u0308", notNfc],
    ["with leading white space", " a", "must not begin or end with white space"],
    ["with trailing white space", "a\u00a0", "must not begin or end with white space"],
    ["without a visible character", "\u3164\u115f", "must have a visible character"],
  ])("may not be %s", (_, value, problem) => {
    expect(nameProblem(value)).toBe(problem);
  });

  it.each([undefined, null, 1, {}, ["a"]])("must be a string: %s", (value) => {
    expect([nameProblem(value), descriptionProblem(value), emailProblem(value)]).toStrictEqual(
      Array(3).fill("must be a string"),
    );
  });
});

describe("Strings: a description", () => {
  it.each([
    ["empty", ""],
    ["several lines", "a\r\n\tb\n"],
    ["white space around", " a "],
    ["1,000 code points", "😀".repeat(1_000)],
  ])("may be %s", (_, value) => {
    expect(descriptionProblem(value)).toBeNull();
  });

  it.each([
    ["1,001 code points", "x".repeat(1_001), "must be at most 1000 code points"],
    ["with a lone surrogate", "a\udc00", loneSurrogate],
    ["with NUL", "a\u0000", controls],
    ["with a vertical tab", "a\u000bb", controls],
    ["with a paragraph separator", "a\u2029b", controls],
    ["with a zero-width space", "a\u200bb", zeroWidth],
    ["not in NFC", "e\u0301", notNfc],
  ])("may not be %s", (_, value, problem) => {
    expect(descriptionProblem(value)).toBe(problem);
  });
});

describe("Strings: an email", () => {
  const shape = "must be an email: one @ between two parts, no white space";

  it.each([
    ["plain", "ada@example.com"],
    ["with the marks that search divides at", "ada.love_lace-x+news@example.com"],
    ["in other scripts", "пользователь@пример.рф"],
    ["without a dot in the domain", "root@localhost"],
    ["320 code points", `${"a".repeat(64)}@${"b".repeat(255)}`],
  ])("may be %s", (_, value) => {
    expect(emailProblem(value)).toBeNull();
  });

  it.each([
    ["321 code points", `${"a".repeat(65)}@${"b".repeat(255)}`, "must be at most 320 code points"],
    ["empty", "", shape],
    ["without an @", "ada", shape],
    ["with two @", "a@b@c", shape],
    ["with nothing before", "@b", shape],
    ["with nothing behind", "a@", shape],
    ["with white space", "a b@c", shape],
    ["with NUL", "a\u0000@b", controls],
    ["with a line feed", "a@b\n", controls],
    ["with a zero-width space", "a\u200b@b", zeroWidth],
    ["with a lone surrogate", "\ud800@b", loneSurrogate],
  ])("may not be %s", (_, value, problem) => {
    expect(emailProblem(value)).toBe(problem);
  });
});
