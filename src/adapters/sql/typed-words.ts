import { wordStart } from "./search-text.ts";

/** The words of a search, as a statement binds them: three one by one and the others as a list. */
export interface TypedWords {
  readonly few: readonly [string, string, string];
  /** Null if there are at most three words. */
  readonly rest: readonly string[] | null;
}

// Every search text contains a space.
const anyWord = wordStart("");

/**
 * The substrings that the search text of a matching row contains, all of them. A search without words matches every row.
 *
 * Few people type more than three words, and going through a list for each row takes far longer.
 */
export function typedWords(words: readonly string[]): TypedWords {
  const [first = anyWord, second = anyWord, third = anyWord, ...others] = words.map(wordStart);
  return { few: [first, second, third], rest: others.length === 0 ? null : others };
}
