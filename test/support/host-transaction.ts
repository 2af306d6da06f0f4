import { type PostgresClient, postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { heldClient } from "./storage/held-client.ts";
import type { PostgresHarness } from "./storage/postgres.ts";

/** Runs the work in a transaction of the host's own driver, as hosts write it. It is rolled back if the work rejects. */
export type InTransaction = (work: (client: PostgresClient) => Promise<void>) => Promise<unknown>;

/**
 * Stores inside a transaction of the host that stays open from the first call to the last and is then rolled back, so
 * that each store starts with empty tables. A transaction has one connection, which both handles use. Stores that are open
 * at the same time have separate schemas, because an open transaction locks its keys.
 */
export function hostTransactionHarness(outside: PostgresClient, inTransaction: InTransaction): PostgresHarness {
  const schemas: string[] = [];
  const idle: string[] = [];

  async function emptySchema(): Promise<string> {
    const schema = `host_${process.pid}_${crypto.randomUUID().replaceAll("-", "_")}`;
    schemas.push(schema);
    await valueOf(postgresStorage({ client: outside, schema }).migrate());
    return schema;
  }

  return {
    async open() {
      const schema = idle.pop() ?? (await emptySchema());
      const { promise: opened, resolve: open } = Promise.withResolvers<PostgresClient>();
      const { promise: finished, resolve: finish } = Promise.withResolvers<undefined>();
      const undone = new Error("The host rolls back.");
      const ended = inTransaction(async (client) => {
        open(client);
        await finished;
        throw undone;
      }).catch((thrown: unknown) => {
        if (thrown !== undone && !String(thrown).includes(undone.message)) throw thrown;
      });
      const given = await Promise.race([opened, ended.then(() => Promise.reject(new Error("No transaction began.")))]);
      const { client, idle: untilIdle } = heldClient(given);
      return {
        storage: postgresStorage({ client, schema }),
        second: postgresStorage({ client, schema }),
        async close() {
          // A host ends its transaction after its calls, and a call may send several statements.
          for (let turn = 0; turn < 5; turn += 1) {
            await untilIdle();
            await new Promise((resolve) => setImmediate(resolve));
          }
          finish(undefined);
          await ended;
          idle.push(schema);
        },
      };
    },
    async dispose() {
      for (const schema of schemas) await outside.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`, []);
    },
  };
}
