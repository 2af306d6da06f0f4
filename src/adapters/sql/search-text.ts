/** A row's words as one text with a space before each, so that a search for a prefix of a word is a search for a substring. */
export function searchText(words: readonly string[]): string {
  return ` ${words.join(" ")}`;
}

/** The words of a search text. */
export function wordsOfText(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}

/** The substring that a search text contains if and only if one of its words begins with this one. Not a pattern. */
export function wordStart(word: string): string {
  return ` ${word}`;
}
