const longestName = 100;
const longestDescription = 1_000;

// What a copied text carries along unseen, and a roster does not take.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** A text made to fit what the roster takes; it refuses and never repairs. */
export interface FittingText {
  readonly text: string;
  /** Whether its end was cut off. */
  readonly isShortened: boolean;
}

/** The text as a name: one line, NFC, at most 100 code points. May be empty. */
export function fittingName(text: string): FittingText {
  return fitting(visible(text).replaceAll(/[\s\p{Cc}]+/gu, " "), longestName);
}

/** The text as a description: NFC, at most 1,000 code points, its lines kept. May be empty. */
export function fittingDescription(text: string): FittingText {
  return fitting(visible(text).replaceAll(/[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}]/gu, " "), longestDescription);
}

function visible(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll("\r\n", "\n").replaceAll(invisible, "");
}

function fitting(text: string, longest: number): FittingText {
  const codePoints = Array.from(text.trim());
  if (codePoints.length <= longest) return { text: text.trim(), isShortened: false };
  return {
    text: `${codePoints
      .slice(0, longest - 1)
      .join("")
      .trimEnd()}…`,
    isShortened: true,
  };
}
