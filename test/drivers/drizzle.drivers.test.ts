import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PostgresClient } from "../../src/postgres.ts";
import { hostTransactionHarness } from "../support/host-transaction.ts";
import { poolOf, runOnEmbedded } from "../support/postgres-suite.ts";

/** Drizzle takes no text with values: the text is cut at `$1`, `$2` … and the values are put in between. */
const clientOf = (database: Pick<NodePgDatabase, "execute">): PostgresClient => ({
  query: (text, values) =>
    database.execute(
      sql.join(
        text
          .split(/\$(\d+)/)
          .map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1] ?? null))),
      ),
    ),
});

runOnEmbedded("Drizzle inside a transaction of the host", (connectionString) => {
  const pool = poolOf(connectionString);
  const database = drizzle({ client: pool });
  return {
    harness: hostTransactionHarness(clientOf(database), (work) =>
      database.transaction((transaction) => work(clientOf(transaction))),
    ),
    end: () => pool.end(),
  };
});
