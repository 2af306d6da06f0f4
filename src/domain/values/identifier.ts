/** The length limit of an id in bytes of UTF-8. Three such ids fit the smallest key limit of the supported engines (1 KiB). */
export const maxIdentifierBytes = 255;

const plainAscii = /^[\x21-\x7e]{1,255}$/;
const controlOrInvisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Returns why a value cannot be an id, such as `must not be empty`, or null if it can.
 *
 * Ids are opaque and compared byte for byte. A value that stores or people cannot tell apart from another is refused,
 * never repaired: all lone surrogates become the same bytes, NUL ends a text in some engines, and invisible characters
 * make two ids look alike.
 */
export function identifierProblem(value: unknown): string | null {
  if (typeof value !== "string") return "must be a string";
  if (plainAscii.test(value)) return null;
  if (value === "") return "must not be empty";
  if (value.length > maxIdentifierBytes) return `must be at most ${maxIdentifierBytes} bytes of UTF-8`;
  if (!value.isWellFormed()) return "must be well-formed Unicode (it has a lone surrogate)";
  if (controlOrInvisible.test(value)) return "must not contain control or zero-width characters";
  if (value.trim() !== value) return "must not begin or end with white space";
  if (new TextEncoder().encode(value).length > maxIdentifierBytes)
    return `must be at most ${maxIdentifierBytes} bytes of UTF-8`;
  return null;
}
