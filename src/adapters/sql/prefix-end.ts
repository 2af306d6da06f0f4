const lastCodePoint = 0x10ffff;

/**
 * The first string after all strings that begin with the prefix, in byte order of UTF-8. The strings with the prefix are
 * exactly those that are `>= prefix` and `< prefixEnd(prefix)`. Null if no string comes after them. The prefix must be
 * well-formed Unicode.
 */
export function prefixEnd(prefix: string): string | null {
  const codePoints = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (codePoints.at(-1) === lastCodePoint) codePoints.pop();
  const last = codePoints.pop();
  return last === undefined ? null : String.fromCodePoint(...codePoints, following(last));
}

/** Skips the surrogates, which are not characters. */
function following(codePoint: number): number {
  return codePoint === 0xd7ff ? 0xe000 : codePoint + 1;
}
