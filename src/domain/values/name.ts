/** The length limit of a name in code points. */
export const maxNameLength = 100;
/** The length limit of a description in code points. */
export const maxDescriptionLength = 1_000;
/** The length limit of an email in code points: 64 for the local part, 1 for the at sign, 255 for the domain (RFC 5321, 4.5.3.1). */
export const maxEmailLength = 320;

const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const controlButLineBreaks = /[^\P{Cc}\n\r\t]|[\p{Zl}\p{Zp}]/u;
// The joiners U+200C and U+200D are part of the spelling in Persian, Indic scripts and emoji, so they are allowed inside a name.
const zeroWidthOrDirection =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/u;
const danglingJoiner = /^[\u200c\u200d]|[\u200c\u200d]$|[\u200c\u200d]{2}/u;
const visible = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;

/** Returns why a value cannot be the name of a person, an organization or a workspace, or null if it can. */
export function nameProblem(value: unknown): string | null {
  const problem = textProblem(value, maxNameLength, control);
  if (problem !== null) return problem;
  const name = value as string;
  if (name === "") return "must not be empty";
  if (name.trim() !== name) return "must not begin or end with white space";
  return visible.test(name) ? null : "must have a visible character";
}

/** Returns why a value cannot be a description, or null if it can. It may be empty and may have line breaks. */
export function descriptionProblem(value: unknown): string | null {
  return textProblem(value, maxDescriptionLength, controlButLineBreaks);
}

/** Returns why a value cannot be an email, or null if it can. It does not check whether mail can be delivered there. */
export function emailProblem(value: unknown): string | null {
  const problem = textProblem(value, maxEmailLength, control);
  if (problem !== null) return problem;
  return /^[^\s@]+@[^\s@]+$/u.test(value as string)
    ? null
    : "must be an email: one @ between two parts, no white space";
}

function textProblem(value: unknown, maxLength: number, forbidden: RegExp): string | null {
  if (typeof value !== "string") return "must be a string";
  // A code point has at most two code units, so the first check bounds the work before anything reads the text.
  if (value.length > 2 * maxLength || codePoints(value) > maxLength) return `must be at most ${maxLength} code points`;
  if (!value.isWellFormed()) return "must be well-formed Unicode (it has a lone surrogate)";
  if (forbidden.test(value)) return "must not contain control characters";
  if (zeroWidthOrDirection.test(value) || danglingJoiner.test(value)) return "must not contain zero-width characters";
  return value.normalize("NFC") === value ? null : 'must be in Unicode form NFC; pass value.normalize("NFC")';
}

function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}
