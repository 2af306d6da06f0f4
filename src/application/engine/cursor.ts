import { fingerprint } from "./fingerprint.ts";

/**
 * The position after which a list continues, as opaque text that is safe in a URL.
 *
 * A checksum binds it to its scope (the query's name, organization and filters), so that an altered cursor and one of
 * another query are detected. A cursor grants nothing: every page is authorized again.
 */
export async function encodeCursor(scope: readonly unknown[], position: readonly (string | number)[]): Promise<string> {
  const text = base64url(JSON.stringify(position));
  return `${text}.${await checksum(scope, text)}`;
}

/** The position in a cursor, or null if the cursor does not belong to this scope. */
export async function decodeCursor(scope: readonly unknown[], cursor: string): Promise<readonly unknown[] | null> {
  const [text = "", sum] = cursor.split(".", 2);
  if (sum === undefined || cursor !== `${text}.${sum}` || sum !== (await checksum(scope, text))) return null;
  try {
    const position: unknown = JSON.parse(fromBase64url(text));
    return Array.isArray(position) ? position : null;
  } catch {
    return null;
  }
}

async function checksum(scope: readonly unknown[], text: string): Promise<string> {
  return (await fingerprint([scope, text])).slice(0, 16);
}

function base64url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): string {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
