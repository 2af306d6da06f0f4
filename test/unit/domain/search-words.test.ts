import { describe, expect, it } from "vitest";
import { searchWords, typedWords } from "../../../src/domain/values/search-words.ts";

describe("searchWords", () => {
  it("are the words of the name, the whole email, its local part and the parts of that", () => {
    expect(searchWords("Ada Lovelace", "ada.love_lace-x+news@Example.com")).toStrictEqual([
      "ada",
      "ada.love_lace-x+news",
      "ada.love_lace-x+news@example.com",
      "lace",
      "love",
      "lovelace",
      "news",
      "x",
    ]);
  });

  it("include the parts of a name's words", () => {
    expect(searchWords("Anna-Maria O'Neil", null)).toStrictEqual(["anna", "anna-maria", "maria", "o'neil"]);
  });

  it("folds case and accents", () => {
    expect(searchWords("ZOË", "Ünal@EXAMPLE.com")).toStrictEqual(["unal", "unal@example.com", "zoe"]);
  });

  it("treat wildcards as literal characters", () => {
    expect(searchWords("100% \\o/", null)).toStrictEqual(["100%", "\\o/"]);
  });

  it("contain no duplicates and no empty word", () => {
    expect(searchWords("Ada ada - ADA", "ada@ada")).toStrictEqual(["-", "ada", "ada@ada"]);
  });

  it("have no white space inside a word, even if folding an email creates some", () => {
    const words = searchWords("Ada", "a\u00b4b@c.d");

    expect(words.filter((word) => /\s/u.test(word))).toStrictEqual([]);
  });
});

describe("typedWords", () => {
  it.each([
    ["the folded words", "ada LOVE", ["ada", "love"]],
    ["each word once", "ada Ada", ["ada"]],
    ["words without the white space around and between", "  ada \t\n love ", ["ada", "love"]],
    ["punctuation inside a word unchanged", "love_lace 100% a\\b", ["love_lace", "100%", "a\\b"]],
    ["empty for an empty text", "", []],
    ["empty for white space only", " \u00a0 ", []],
  ])("are %s", (_, search, words) => {
    expect(typedWords(search)).toStrictEqual(words);
  });
});
