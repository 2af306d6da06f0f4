import { describe, expect, it } from "vitest";
import { nameProblem } from "../../../src/domain/values/name.ts";
import { nameKey } from "../../../src/domain/values/name-key.ts";

describe("W2: the key of a name", () => {
  it.each([
    ["case", "WEB", "web", "web"],
    ["case beyond ASCII", "ЖУРНАЛ", "журнал", "журнал"],
    ["sharp s", "STRASSE", "straße", "strasse"],
    ["capital sharp s", "STRAẞE", "straße", "strasse"],
    ["both sigmas", "ΟΔΟΣ", "οδος", "οδοσ"],
    ["the Turkish dotted I", "İstanbul", "istanbul", "istanbul"],
    ["accents", "Zoë", "zoe", "zoe"],
    ["accents in either form", "Å", "A\u030a", "a"],
    ["several accents", "ệ", "e", "e"],
    ["compatibility forms", "ﬁﬁ①", "fifi1", "fifi1"],
    ["full width", "ＷＥＢ", "web", "web"],
    ["white space", "a\u00a0\u3000b", "a b", "a b"],
    ["leading and trailing white space, which a lone accent becomes", "\u00b4a\u00b4", " a ", "a"],
    ["invisible characters", "a\u200db", "ab", "ab"],
    ["variation selectors", "❤\ufe0f", "❤", "❤"],
  ])("folds %s", (_, left, right, key) => {
    expect([nameKey(left), nameKey(right)]).toStrictEqual([key, key]);
  });

  it.each([
    ["letters that do not differ by an accent", "o", "ø"],
    ["voiced kana", "か", "が"],
    ["vowel signs", "क", "कि"],
    ["digits", "web 1", "web 2"],
    ["marks", "a-b", "a_b"],
  ])("distinguishes %s", (_, left, right) => {
    expect(nameKey(left)).not.toBe(nameKey(right));
  });

  const accents = [
    "\u0301",
    "\u0308",
    "\u0308\u0301",
    "\u00b4",
    "\u00a8",
    "\u00b4 \u00a8",
    "\u0385",
    "\u2017",
    "\ufe4c",
    "\u20dd",
  ];

  it.each(accents)("consists of the name's code points if folding leaves nothing of it: %j", (name) => {
    expect([nameProblem(name), nameKey(name), nameKey(nameKey(name))]).toStrictEqual([null, name, name]);
  });

  it("distinguishes names of which folding leaves nothing", () => {
    expect(new Set(accents.map(nameKey)).size).toBe(accents.length);
  });

  it("folds forms, invisible characters and white space of such names too", () => {
    expect(["\u0344", "\u0301\u200d\u0301", "\u00b4\u00a0\u3000\u00a8"].map(nameKey)).toStrictEqual([
      "\u0308\u0301",
      "\u0301\u0301",
      "\u00b4 \u00a8",
    ]);
  });

  it("is empty only if nothing is visible", () => {
    const invisible = ["", " ", "\u3000", "\u200d", "\u034f", "\u2060 \u2060", "\ufe0f"];

    expect(invisible.map(nameKey)).toStrictEqual(invisible.map(() => ""));
  });

  it("never equals the key of a name that folding leaves something of", () => {
    // Folding removes each of its characters, so none of them is in a folded key.
    const keys = new Map(characters().map((character) => [character, nameKey(`a${character}`)]));
    const gone = [...keys].filter(([, key]) => key === "a").map(([character]) => character);
    const kept = new Set([...keys.values()].flatMap((key) => Array.from(key)));

    expect(gone.length).toBeGreaterThan(300);
    expect(gone.filter((character) => kept.has(character))).toStrictEqual([]);
  });

  it.each(["Web", "Zoë Ångström", "STRASSE", "ﬁ", "👩\u200d💻", "می\u200cخواهم", "한글", "が"])(
    "is its own key: %s",
    (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    },
  );
});

/** Every code point up to U+FFFF, which includes the accents, that is a name on its own. */
function characters(): readonly string[] {
  return Array.from({ length: 0x10000 }, (_, point) => String.fromCodePoint(point)).filter(
    (character) => nameProblem(character) === null,
  );
}
