import { type PostgresClient, postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import type { PostgresHarness } from "./storage-postgres.ts";

/** Runs the work in a transaction of the host's own driver, as hosts write it. It is undone where the work rejects. */
export type InTransaction = (work: (client: PostgresClient) => Promise<void>) => Promise<unknown>;

/**
 * Stores inside a transaction of the host that is open from the first call to the last and then rolled back, so that
 * each begins with empty tables. There is one connection in a transaction: both handles are on it.
 */
export function hostTransactionHarness(outside: PostgresClient, inTransaction: InTransaction): PostgresHarness {
  const schema = `host_${process.pid}_${crypto.randomUUID().replaceAll("-", "_")}`;
  let migrated: Promise<unknown> | null = null;

  return {
    async open() {
      migrated ??= valueOf(postgresStorage({ client: outside, schema }).migrate());
      await migrated;
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
      const client = await Promise.race([opened, ended.then(() => Promise.reject(new Error("No transaction began.")))]);
      return {
        storage: postgresStorage({ client, schema }),
        second: postgresStorage({ client, schema }),
        async close() {
          finish(undefined);
          await ended;
        },
      };
    },
    async dispose() {
      await outside.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`, []);
    },
  };
}
