import { hostTransactionHarness } from "../support/host-transaction.ts";
import { poolOf, runOnEmbedded } from "../support/postgres/suite.ts";

runOnEmbedded("pg.Client inside a transaction of the host", (connectionString) => {
  const pool = poolOf(connectionString);
  return {
    harness: hostTransactionHarness(pool, async (work) => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        await work(client);
        await client.query("COMMIT");
      } catch (thrown) {
        await client.query("ROLLBACK");
        throw thrown;
      } finally {
        client.release();
      }
    }),
    end: () => pool.end(),
  };
});
