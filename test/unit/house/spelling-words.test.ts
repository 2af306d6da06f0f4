import { expect, it } from "vitest";
import { textOf } from "../../support/docs/pages.ts";

it("keeps cspell-words.txt in lower case and sorted, each word once", () => {
  const words = textOf("cspell-words.txt").trimEnd().split("\n");

  expect(words).toEqual([...new Set(words.map((word) => word.toLowerCase()))].sort());
});
