import { folded } from "./name-key.ts";

const separator = /[._+-]/u;

/** The length limit of a search text in code units; a longer text would not narrow a list of names further. */
export const maxSearchLength = 200;

/**
 * The words by which a search finds a person or workspace: each word of the name, the whole email, its local part, and
 * the parts of a word or local part between `.`, `_`, `-` and `+`. Folded like names, sorted, without duplicates.
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

/** The words of a search text, folded the same way. A row matches if each of them is a prefix of one of its words. */
export function typedWords(search: string): readonly string[] {
  return [...new Set(wordsOf(search))];
}

/** Folded text has single spaces between its words and no other white space. */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(" ")
    .filter((word) => word !== "");
}
