import { commitHints } from "./commit-hints.ts";
import type { Hint } from "./hint.ts";
import { readHints } from "./read-hints.ts";

const hints: readonly Hint[] = [...readHints, ...commitHints];

const unknownCause = "no usual cause is known; the message says what the port promises";

/** The usual cause of a failure of the case, as the end of the sentence "usual cause: …". */
export function hintFor(group: string, name: string): string {
  return hints.find((each) => group.startsWith(each.group) && name.includes(each.name))?.cause ?? unknownCause;
}

/** Whether the group has a hint of its own. */
export function hasHint(group: string): boolean {
  return hints.some((each) => group.startsWith(each.group) && each.name === "");
}
