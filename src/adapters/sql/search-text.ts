/** A row's words as one text in which each word follows a space, so that "begins a word" becomes "is contained". */
export function searchText(words: readonly string[]): string {
  return ` ${words.join(" ")}`;
}

/** The words of a search text. */
export function wordsOfText(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}

/** What a search text contains if and only if one of its words begins with this one. Every character stands for itself. */
export function wordStart(word: string): string {
  return ` ${word}`;
}
