/** Code points of a word that its index holds: a row of an index takes 2,704 bytes, and two ids need 510 of them. */
export const indexedLength = 100;

/** The word as its index holds it. Whole words are compared in the search text. */
export function indexedPart(word: string): string {
  return Array.from(word).slice(0, indexedLength).join("");
}
