const whiteSpace = /\s+/gu;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
// The general combining diacritics only: the marks of Indic, Thai or Hebrew spell sounds, those of kana consonants.
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const plainAscii = /^[\x21-\x7e]*$/;

/**
 * The key by which names are compared and sorted: NFKC, case and accents folded, white space collapsed.
 *
 * Computed here and stored, never left to a database's collation, so that every engine agrees (rules W2 and "Strings").
 *
 * Folding leaves nothing of a name made of accents alone. Its key is its own code points: each of them is one that
 * folding takes away, so that no other name has this key.
 */
export function nameKey(name: string): string {
  return folded(name) || collapsed(name.normalize("NFC").replace(ignorable, "").normalize("NFC"));
}

/** A text with case and accents folded and white space collapsed, in NFKC. */
export function folded(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  const unaccented = foldCase(text.normalize("NFKD").replace(ignorable, ""))
    .normalize("NFKD")
    .replace(accents, "")
    .normalize("NFKC");
  return collapsed(unaccented);
}

function collapsed(text: string): string {
  return text.replace(whiteSpace, " ").trim();
}

/** Down, up and down makes "ẞ", "ß" and "SS" equal; both sigmas become one, since lower case chooses between them by place. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
