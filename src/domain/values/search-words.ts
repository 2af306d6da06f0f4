import { folded } from "./name-key.ts";

const separator = /[._+-]/u;

/** Longest search text in code units; more cannot narrow a list of names. */
export const maxSearchLength = 200;

/**
 * The words by which a person or a workspace is found: each word of the name, the whole email, its local part, and the
 * parts of a word or of the local part between `.`, `_`, `-` and `+`. Folded like names, sorted, without repeats.
 */
export function searchWords(name: string, email: string | null): readonly string[] {
  const divisible = wordsOf(name);
  const whole: string[] = [];
  if (email !== null) {
    whole.push(...wordsOf(email));
    divisible.push(...wordsOf(email.slice(0, email.lastIndexOf("@"))));
  }
  const words = new Set([...whole, ...divisible, ...divisible.flatMap((word) => word.split(separator))]);
  words.delete("");
  return [...words].sort();
}

/** The words that somebody typed, folded alike. A row matches when each of them is a prefix of one of its words. */
export function typedWords(search: string): readonly string[] {
  return [...new Set(wordsOf(search))];
}

/** Folded text has no white space but single spaces between its words. */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(" ")
    .filter((word) => word !== "");
}
