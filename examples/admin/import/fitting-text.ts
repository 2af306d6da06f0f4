const maxNameLength = 100;
const maxDescriptionLength = 1_000;

// Invisible characters, which copied text often contains and the roster rejects.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** A text changed so that the roster accepts it: the roster itself rejects and never repairs. */
export interface FittingText {
  readonly text: string;
  readonly isShortened: boolean;
}

/** The text as a name: one line in NFC, at most 100 code points. It may be empty. */
export function fittingName(text: string): FittingText {
  return fitting(visible(text).replaceAll(/[\s\p{Cc}]+/gu, " "), maxNameLength);
}

/** The text as a description: NFC, at most 1,000 code points, with its lines. It may be empty. */
export function fittingDescription(text: string): FittingText {
  return fitting(visible(text).replaceAll(/[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}]/gu, " "), maxDescriptionLength);
}

function visible(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll("\r\n", "\n").replaceAll(invisible, "");
}

function fitting(text: string, maxLength: number): FittingText {
  const codePoints = Array.from(text.trim());
  if (codePoints.length <= maxLength) return { text: text.trim(), isShortened: false };
  const beginning = codePoints.slice(0, maxLength - 1).join("");
  return { text: `${beginning.trimEnd()}…`, isShortened: true };
}
