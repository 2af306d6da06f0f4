import { describe, expect, it } from "vitest";
import { filesLike, textOf } from "../support/docs/pages.ts";

const title = /(?:\b(?:it|test|describe)(?:\.\w+)*\(|\)\()\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g;
const rules = [...textOf("docs/rules.md").matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule = ""]) => rule);
const titles = filesLike("test/**/*.{test,test-d}.ts").flatMap((file) => titlesIn(textOf(file)));

describe("the rules of docs/rules.md", () => {
  it("are numbered M1 to M9, O1 to O4, O6, O7, W1 to W3, A1 to A7, X1 and X2", () => {
    expect(rules).toEqual([
      ...numbered("M", 9),
      ...numbered("O", 4),
      "O6",
      "O7",
      ...numbered("W", 3),
      ...numbered("A", 7),
      ...numbered("X", 2),
    ]);
  });

  it.each(rules)("%s is named by the title of a test", (rule) => {
    expect(titles.filter((each) => new RegExp(`\\b${rule}\\b`).test(each))).not.toEqual([]);
  });
});

function titlesIn(text: string): readonly string[] {
  return [...text.matchAll(title)].map(([, double, single, template]) => double ?? single ?? template ?? "");
}

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`);
}
