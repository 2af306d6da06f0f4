import type { PostgresClient, PostgresValue } from "./postgres-client.ts";

/** A client of node-postgres (or one that extends it), which takes the name of a prepared statement too. */
interface NodePostgres {
  query(config: {
    readonly name: string;
    readonly text: string;
    readonly values: PostgresValue[];
  }): PromiseLike<{ readonly rows: readonly unknown[] }>;
}

/** Whether the client is a pool or a client of node-postgres, told by the members that only these have. */
export function isNodePostgres(client: object): client is NodePostgres & PostgresClient {
  const { connect, totalCount, idleCount, escapeIdentifier, processID } = client as Record<string, unknown>;
  if (typeof connect !== "function") return false;
  const isPool = typeof totalCount === "number" && typeof idleCount === "number";
  const isClient = typeof escapeIdentifier === "function" && processID !== undefined;
  return isPool || isClient;
}
