import { fingerprint } from "./fingerprint.ts";

/**
 * The place after which a list goes on, as opaque text that is safe in a URL.
 *
 * It is bound to its scope (the query's name, organization and filters) by a checksum, so that a cursor of another query
 * or a changed one is told apart. It grants nothing: every page is judged anew.
 */
export async function encodeCursor(scope: readonly unknown[], place: readonly (string | number)[]): Promise<string> {
  const text = base64url(JSON.stringify(place));
  return `${text}.${await checksum(scope, text)}`;
}

/** The place that a cursor names, or null where it does not belong to this scope. */
export async function decodeCursor(scope: readonly unknown[], cursor: string): Promise<readonly unknown[] | null> {
  const [text = "", sum] = cursor.split(".", 2);
  if (sum === undefined || cursor !== `${text}.${sum}` || sum !== (await checksum(scope, text))) return null;
  try {
    const place: unknown = JSON.parse(fromBase64url(text));
    return Array.isArray(place) ? place : null;
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
