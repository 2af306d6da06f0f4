const whiteSpace = /\s+/gu;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
// Only the general combining diacritics: in Indic scripts, Thai and Hebrew the marks spell sounds, in kana consonants.
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const plainAscii = /^[\x21-\x7e]*$/;

/**
 * The key by which names are compared and sorted: NFKC, case and accents folded, white space collapsed.
 *
 * It is computed here and stored, instead of left to a database's collation, so that all engines agree (rules W2 and
 * "Strings").
 *
 * Folding leaves nothing of a name that consists of accents only. The key of such a name is its own code points. Folding
 * removes each of them, so no other name has this key.
 */
export function nameKey(name: string): string {
  return folded(name) || collapsed(name.normalize("NFC").replace(ignorable, "").normalize("NFC"));
}

/** The text in NFKC, with case and accents folded and white space collapsed. */
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

/** Lower, upper and lower case again make "ẞ", "ß" and "SS" equal. Final sigma becomes sigma, because lower case picks one by position. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
