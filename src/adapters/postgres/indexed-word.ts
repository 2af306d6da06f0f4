/** Code points of a word that go into the index: a row of an index has 2,704 bytes, and two ids take 510 of them. */
export const indexedLength = 100;

/** The part of a word that is in the index. Whole words are compared in the search text. */
export function indexedPart(word: string): string {
  return Array.from(word).slice(0, indexedLength).join("");
}
