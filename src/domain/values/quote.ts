const longestShown = 100;
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The value as an error message shows it: a JSON string of at most 100 of its characters, safe to print and to log. */
export function quote(value: string): string {
  const shown = JSON.stringify(value.slice(0, longestShown)).replace(unprintable, escaped);
  return value.length <= longestShown ? shown : `${shown}…`;
}

/** Escapes of UTF-16 units, so that what is shown stays a JSON string. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
