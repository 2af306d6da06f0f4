/** Whether every word asked for is a prefix of one of the row's words. */
export function matchesWords(row: { readonly words: readonly string[] }, asked: readonly string[]): boolean {
  return asked.every((prefix) => row.words.some((word) => word.startsWith(prefix)));
}
