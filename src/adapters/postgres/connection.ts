import type { PostgresClient, PostgresValue } from "./postgres-client.ts";
import type { Tables } from "./tables.ts";

/** One statement with its values. Its text depends on the kinds of things asked for or written, never on their number. */
export interface Statement {
  readonly text: string;
  readonly values: PostgresValue[];
}

/** A row as this adapter selects it: each column is text, usually JSON. */
export type Row = Readonly<Record<string, string | null>>;

/** The host's client, with what this adapter knows about it. */
export interface Connection {
  readonly tables: Tables;
  /** True once the schema was found to have the expected version. */
  isReady: boolean;
  query(statement: Statement): Promise<readonly Row[]>;
}

/** `prepares`: whether statements get a name, so that node-postgres prepares each of them once per connection. */
export function createConnection(client: PostgresClient, tables: Tables, prepares: boolean): Connection {
  const names = new Map<string, string>();
  return {
    tables,
    isReady: false,
    async query({ text, values }) {
      const { rows } =
        prepares && isNodePostgres(client)
          ? await client.query({ name: nameOf(text), text, values })
          : await client.query(text, values);
      return rows as readonly Row[];
    },
  };

  function nameOf(text: string): string {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = statementName(text);
    names.set(text, name);
    return name;
  }
}

/** A client of node-postgres, or one that extends it. It also accepts the name of a prepared statement. */
interface NodePostgres {
  query(config: {
    readonly name: string;
    readonly text: string;
    readonly values: PostgresValue[];
  }): PromiseLike<{ readonly rows: readonly unknown[] }>;
}

/** Whether the client is a pool or a client of node-postgres, recognized by members that only these have. */
export function isNodePostgres(client: object): client is NodePostgres & PostgresClient {
  const { connect, totalCount, idleCount, escapeIdentifier, processID } = client as Record<string, unknown>;
  if (typeof connect !== "function") return false;
  const isPool = typeof totalCount === "number" && typeof idleCount === "number";
  const isClient = typeof escapeIdentifier === "function" && processID !== undefined;
  return isPool || isClient;
}

/**
 * A name for a prepared statement, derived from its text: two storages with different tables may share a connection, and
 * one name must not stand for two texts.
 */
export function statementName(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return `roster_${hex(low)}${hex(high)}`;
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
