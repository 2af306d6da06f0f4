import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareBytes } from "../../src/domain/values/byte-order.ts";
import { identifierProblem } from "../../src/domain/values/identifier.ts";
import { folded, nameKey } from "../../src/domain/values/name-key.ts";
import { searchWords, typedWords } from "../../src/domain/values/search-words.ts";

const tricky = [
  "ß",
  "ẞ",
  "ς",
  "Σ",
  "İ",
  "ı",
  "ŉ",
  "ﬁ",
  "Å",
  "Ⅳ",
  "ｶﾞ",
  "が",
  "´",
  "¨",
  "\u00a0",
  "\u3164",
  "\u200d",
  "Ǆ",
];
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...tricky, "a", "Ö", " ", "_"), { maxLength: 8 }).map((parts) => parts.join("")),
);
/** All accents that combine with a letter, except U+0345: it is the small iota of "ᾳ", which upper case turns into a letter. */
const accent = fc
  .integer({ min: 0x300, max: 0x36f })
  .filter((code) => code !== 0x345)
  .map((code) => String.fromCodePoint(code));

/** The Unicode forms that are the same name. A name of accents alone is compared by its code points, so its compatibility forms differ. */
function formsOf(name: string): readonly string[] {
  return folded(name) === "" ? ["NFC", "NFD"] : ["NFC", "NFD", "NFKC", "NFKD"];
}

describe("the name key", () => {
  it("of a name key is the name key itself", () =>
    fc.assert(
      fc.property(text, (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
      { numRuns: 2_000 },
    ));

  it("does not depend on case", () =>
    fc.assert(
      fc.property(text, (name) => {
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name));
        expect(nameKey(name.toLowerCase())).toBe(nameKey(name));
      }),
      { numRuns: 2_000 },
    ));

  it("does not depend on combining accents", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("a", "O", "ß", "Ω", "я", "1", "李"), accent)), (letters) => {
        const plain = letters.map(([letter]) => letter).join("");
        const accented = letters.map((pair) => pair.join("")).join("");

        expect(nameKey(accented)).toBe(nameKey(plain));
        expect(nameKey(accented.normalize("NFC"))).toBe(nameKey(plain));
      }),
      { numRuns: 500 },
    ));

  it("does not depend on the Unicode form or on the width of white space", () =>
    fc.assert(
      fc.property(text, (name) => {
        for (const form of formsOf(name)) expect(nameKey(name.normalize(form))).toBe(nameKey(name));
        expect(nameKey(`  ${name.replaceAll(" ", " \u3000\t")}\n`)).toBe(nameKey(name));
      }),
      { numRuns: 1_000 },
    ));

  it("is in Unicode form NFKC, and in NFC if folding leaves nothing of the name", () =>
    fc.assert(
      fc.property(text, (name) => {
        expect(nameKey(name)).toBe(nameKey(name).normalize(folded(name) === "" ? "NFC" : "NFKC"));
      }),
      { numRuns: 1_000 },
    ));

  it("is well-formed if the name is", () =>
    fc.assert(
      fc.property(text, (name) => {
        expect(nameKey(name).isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    ));
});

describe("search words", () => {
  it("are sorted, without repeats, and contain no white space, which separates them in a store", () =>
    fc.assert(
      fc.property(text, fc.option(text), (name, email) => {
        const words = searchWords(name, email);

        expect(words).toEqual([...new Set(words)].sort());
        for (const word of [...words, ...typedWords(name)]) expect(word).toMatch(/^\S+$/u);
      }),
      { numRuns: 1_000 },
    ));

  it("find a name by every word of it", () =>
    fc.assert(
      fc.property(text, (name) => {
        expect(searchWords(name, null)).toEqual(expect.arrayContaining([...typedWords(name)]));
      }),
      { numRuns: 500 },
    ));
});

// Both sides of each boundary at which the length in UTF-8 changes, and of the surrogates.
const edges = ["", "\u0000", "a", "\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\u{10000}"];
const edgeText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...edges, "\u{1f600}", "\u{10ffff}"), { maxLength: 4 }).map((parts) => parts.join("")),
);

describe("compareBytes", () => {
  it("orders well-formed strings as their UTF-8 bytes are ordered", () =>
    fc.assert(
      fc.property(edgeText, edgeText, (left, right) => {
        expect(Math.sign(compareBytes(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
      }),
      { numRuns: 5_000 },
    ));
});

const visible = [
  "a",
  "Z",
  "0",
  "~",
  "_",
  "%",
  "\\",
  "\u00e9",
  "\u00df",
  "\u07ff",
  "\u0800",
  "\u4e2d",
  "\uffe6",
  "\u{1f600}",
];
const spaces = [" ", "\u00a0", "\u1680", "\u2003", "\u202f", "\u205f", "\u3000"];
const control = ["\u0000", "\t", "\n", "\u001f", "\u007f", "\u0085", "\u009f", "\u2028", "\u2029"];
const zeroWidth = ["\u00ad", "\u034f", "\u180e", "\u200b", "\u200d", "\u200f", "\u202e", "\u2060", "\ufe0f", "\ufeff"];
const moreZeroWidth = ["\u3164", "\uffa0", "\u{e0001}", "\u{e0100}"];
const lone = ["\ud800", "\udbff", "\udc00", "\udfff"];
const forbidden = [...control, ...zeroWidth, ...moreZeroWidth, ...lone];

const allowed = fc.array(fc.constantFrom(...visible, ...visible, ...spaces), { maxLength: 6 });
const long = fc.tuple(fc.constantFrom("a", "é", "中", "😀"), fc.integer({ min: 60, max: 257 }), allowed);
const short = fc.tuple(allowed, fc.option(fc.constantFrom(...forbidden), { freq: 2 }), allowed);

describe("identifierProblem", () => {
  it("accepts exactly well-formed, visible text of 1 to 255 bytes without white space at either end", () =>
    fc.assert(
      fc.property(short, ([before, special, behind]) => {
        const id = [...before, special ?? "", ...behind].join("");

        const endsInSpace = spaces.includes(id.charAt(0)) || spaces.includes(id.charAt(id.length - 1));
        const isAllowed = special === null && id !== "" && !endsInSpace;
        expect(identifierProblem(id) === null, JSON.stringify(id)).toBe(isAllowed);
      }),
      { numRuns: 3_000 },
    ));

  it("counts bytes of UTF-8, not characters or code units", () =>
    fc.assert(
      fc.property(long, ([letter, count, more]) => {
        const id = `${letter.repeat(count)}${more.join("")}${letter}`;

        expect(identifierProblem(id) === null, JSON.stringify(id)).toBe(Buffer.byteLength(id) <= 255);
      }),
      { numRuns: 2_000 },
    ));

  it("accepts only strings", () =>
    fc.assert(
      fc.property(
        fc.anything({ withBoxedValues: true, withNullPrototype: true }).filter((value) => typeof value !== "string"),
        (value) => {
          expect(identifierProblem(value)).toBe("must be a string");
        },
      ),
      { numRuns: 300 },
    ));
});
