import { typedWords } from "../../sql/typed-words.ts";
import type { Bindings } from "../bindings.ts";

/** True for a row whose search text has, for each typed word, a word that begins with it; the table's alias is `r`. */
export function hasWords(bind: Bindings, words: readonly string[]): string {
  const { few, rest } = typedWords(words);
  const contains = few.map((word) => `strpos(r.search_text, ${bind.text(word)}) > 0`);
  if (rest === null) return contains.join(" AND ");
  const containsRest = `NOT EXISTS (
    SELECT 1 FROM unnest(${bind.texts(rest)}) AS t (word) WHERE strpos(r.search_text, t.word) = 0)`;
  return [...contains, containsRest].join(" AND ");
}
