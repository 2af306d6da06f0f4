import { describe, expect, it } from "vitest";
import { fittingDescription, fittingName } from "../../../examples/admin/import/fitting-text.ts";
import { descriptionProblem, nameProblem } from "../../../src/domain/values/name.ts";

const untidy = [
  "  padded ",
  "e\u0301",
  "a\u200bb\u200e",
  "a\u0000b\u0007",
  "tab\tand\r\nlines\n",
  "\u2028",
  "x".repeat(2_000),
  "😀".repeat(1_001),
  "e\u0301".repeat(1_001),
  "a\ud800b",
  `\ufeff${"long ".repeat(300)}`,
];

describe("a text from the file", () => {
  it("becomes a name on one line, without invisible characters", () => {
    expect(fittingName(" Re\u0301sume\u0301\u200b\n  team ")).toEqual({ text: "Résumé team", isShortened: false });
  });

  it("becomes a description that keeps its lines", () => {
    expect(fittingDescription("one\r\ntwo\u0000 ")).toEqual({ text: "one\ntwo", isShortened: false });
  });

  it("stays unchanged at the maximum length, and is shortened above it", () => {
    expect(fittingName("😀".repeat(100))).toEqual({ text: "😀".repeat(100), isShortened: false });
    expect(fittingName("😀".repeat(101))).toEqual({ text: `${"😀".repeat(99)}…`, isShortened: true });
    expect(fittingDescription("x".repeat(1_000))).toEqual({ text: "x".repeat(1_000), isShortened: false });
    expect(fittingDescription("x".repeat(1_001))).toEqual({ text: `${"x".repeat(999)}…`, isShortened: true });
  });

  it.each(untidy)("becomes a name and a description that the roster accepts: %j", (text) => {
    const name = fittingName(`x${text}`).text;

    expect(nameProblem(name)).toBeNull();
    expect(descriptionProblem(fittingDescription(text).text)).toBeNull();
  });
});
