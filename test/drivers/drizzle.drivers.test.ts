import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PostgresClient } from "../../src/postgres.ts";
import { hostTransactionHarness } from "../support/host-transaction.ts";
import { poolOf, runOnEmbedded } from "../support/postgres/suite.ts";

// #region drizzle
const clientOf = (database: Pick<NodePgDatabase, "execute">): PostgresClient => ({
  query(text, values) {
    // Drizzle does not accept text with values. Cut the text at $1, $2 … and put the values in between.
    const parts = text.split(/\$(\d+)/).map((part, index) => {
      return index % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1] ?? null);
    });
    return database.execute(sql.join(parts));
  },
});
// #endregion

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
