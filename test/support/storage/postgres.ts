import { type PostgresClient, type PostgresStorage, postgresStorage } from "../../../src/postgres.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { StorageHarness } from "../../../src/testing/harness.ts";
import { type HeldClient, heldClient } from "./held-client.ts";

const tables = [
  "guard",
  "organization",
  "organization_member",
  "member_word",
  "workspace",
  "role_assignment",
  "command",
  "operation",
  "event",
];

/** Two connections to one database. */
export interface Clients {
  readonly first: PostgresClient;
  readonly second: PostgresClient;
}

/** A harness whose stores are schemas of one database. */
export interface PostgresHarness extends StorageHarness {
  /** Removes the schemas. */
  dispose(): Promise<void>;
}

let schemas = 0;

/** Stores in schemas that are emptied and used again, which takes a tenth of the time of creating new ones. */
export function postgresHarness({ first, second }: Clients): PostgresHarness {
  const free: string[] = [];
  const made: string[] = [];

  async function freshSchema(): Promise<string> {
    schemas += 1;
    const schema = `roster_${process.pid}_${String(Math.random()).slice(2)}_${schemas}`;
    made.push(schema);
    await valueOf(postgresStorage({ client: first, schema }).migrate());
    return schema;
  }

  return {
    async open() {
      const schema = free.pop() ?? (await freshSchema());
      const storageOn = ({ client }: HeldClient): PostgresStorage => postgresStorage({ client, schema });
      const [held, other] = [heldClient(first), heldClient(second)];
      return {
        storage: storageOn(held),
        second: storageOn(other),
        faults: held.faults,
        async close() {
          // A commit that nobody waits for could otherwise arrive in the next store of this schema.
          for (const { idle } of [held, other]) await idle();
          await first.query(emptying(schema), []);
          free.push(schema);
        },
      };
    },
    async dispose() {
      for (const schema of made) await first.query(`DROP SCHEMA "${schema}" CASCADE`, []);
    },
  };
}

/** Deletes all rows, which is quicker than TRUNCATE if there are few. */
function emptying(schema: string): string {
  const deletions = tables.map((table) => `d_${table} AS (DELETE FROM "${schema}".roster_${table})`);
  return `WITH ${deletions.join(", ")} SELECT 1`;
}
