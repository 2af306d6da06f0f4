import { wordStart } from "./search-text.ts";

/** The words of a search as a statement takes them: three by themselves and the others together. */
export interface TypedWords {
  readonly few: readonly [string, string, string];
  /** Null where there are no more than three. */
  readonly rest: readonly string[] | null;
}

// Every search text contains a space.
const anyWord = wordStart("");

/**
 * What a row's search text contains, all of it, if it matches the typed words. No words at all match every row.
 *
 * Hardly anyone types more than three words, and looking through a list of them for each row takes far longer.
 */
export function typedWords(words: readonly string[]): TypedWords {
  const [first = anyWord, second = anyWord, third = anyWord, ...others] = words.map(wordStart);
  return { few: [first, second, third], rest: others.length === 0 ? null : others };
}
