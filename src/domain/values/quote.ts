const maxShown = 100;
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The value as error messages show it: a JSON string of its first 100 characters, safe to print and to log. */
export function quote(value: string): string {
  const shown = JSON.stringify(value.slice(0, maxShown)).replace(unprintable, escaped);
  return value.length <= maxShown ? shown : `${shown}…`;
}

/** Escapes each UTF-16 unit, so that the result is still a JSON string. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
