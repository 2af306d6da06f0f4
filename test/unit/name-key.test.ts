import { describe, expect, it } from "vitest";
import { nameKey } from "../../src/domain/shared/name-key.ts";

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
    ["white space around, which an accent of its own becomes", "\u00b4a\u00b4", " a ", "a"],
    ["invisible characters", "a\u200db", "ab", "ab"],
    ["variation selectors", "❤\ufe0f", "❤", "❤"],
  ])("folds %s", (_, left, right, key) => {
    expect([nameKey(left), nameKey(right)]).toStrictEqual([key, key]);
  });

  it.each([
    ["letters that are no accents of one another", "o", "ø"],
    ["voiced kana", "か", "が"],
    ["vowel signs", "क", "कि"],
    ["digits", "web 1", "web 2"],
    ["marks", "a-b", "a_b"],
  ])("keeps apart %s", (_, left, right) => {
    expect(nameKey(left)).not.toBe(nameKey(right));
  });

  it.each(["Web", "Zoë Ångström", "STRASSE", "ﬁ", "👩\u200d💻", "می\u200cخواهم", "한글", "が"])(
    "is its own key: %s",
    (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    },
  );
});
