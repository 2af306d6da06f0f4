const whiteSpace = /\s+/gu;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
// The general combining diacritics only: the marks of Indic, Thai or Hebrew spell sounds, those of kana consonants.
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const plainAscii = /^[\x21-\x7e]*$/;

/**
 * The key by which names are compared and sorted: NFKC, case and accents folded, white space collapsed.
 *
 * Computed here and stored, never left to a database's collation, so that every engine agrees (rules W2 and "Strings").
 */
export function nameKey(name: string): string {
  if (plainAscii.test(name)) return name.toLowerCase();
  return foldCase(name.normalize("NFKD").replace(ignorable, ""))
    .normalize("NFKD")
    .replace(accents, "")
    .normalize("NFKC")
    .replace(whiteSpace, " ")
    .trim();
}

/** Down, up and down makes "ẞ", "ß" and "SS" equal; both sigmas become one, since lower case chooses between them by place. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
