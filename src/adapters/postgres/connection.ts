import { isNodePostgres } from "./node-postgres.ts";
import type { PostgresClient, PostgresValue } from "./postgres-client.ts";
import { statementName } from "./statement-name.ts";
import type { Tables } from "./tables.ts";

/** One statement with its values. Its text depends on what is asked for, never on how many rows there are. */
export interface Statement {
  readonly text: string;
  readonly values: PostgresValue[];
}

/** A row as this adapter asks for it: each column is text, mostly JSON. */
export type Row = Readonly<Record<string, string | null>>;

/** The host's client together with what is known of it. */
export interface Connection {
  readonly tables: Tables;
  /** True once the schema was found to be the expected one. */
  isReady: boolean;
  query(statement: Statement): Promise<readonly Row[]>;
}

/** `prepares`: whether a statement is given a name, so that node-postgres prepares it once per connection. */
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
