const lastCodePoint = 0x10ffff;

/**
 * The first string, in byte order of UTF-8, after all strings that begin with the prefix: they are exactly those that
 * are `>= prefix` and `< prefixEnd(prefix)`. Null where no string comes after them. The prefix is well-formed Unicode.
 */
export function prefixEnd(prefix: string): string | null {
  const codePoints = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (codePoints.at(-1) === lastCodePoint) codePoints.pop();
  const last = codePoints.pop();
  return last === undefined ? null : String.fromCodePoint(...codePoints, following(last));
}

/** Surrogates are not characters and have no place in the order. */
function following(codePoint: number): number {
  return codePoint === 0xd7ff ? 0xe000 : codePoint + 1;
}
