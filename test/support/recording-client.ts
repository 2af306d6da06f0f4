import type { PostgresClient } from "../../src/postgres.ts";

/** A client that counts its round trips, and can change their answers. */
export interface RecordingClient extends PostgresClient {
  readonly texts: string[];
}

/** Intercepts a call: `pass` sends the statement and returns the server's answer. */
export function recordingClient(
  client: PostgresClient,
  answer: (text: string, pass: () => PromiseLike<{ readonly rows: readonly unknown[] }>) => Promise<unknown> = async (
    _,
    pass,
  ) => pass(),
): RecordingClient {
  const texts: string[] = [];
  return {
    texts,
    async query(text, values) {
      texts.push(text);
      return (await answer(text, () => client.query(text, values))) as { readonly rows: readonly unknown[] };
    },
  };
}

export function isCommit(text: string): boolean {
  return text.includes("guard_moved");
}
