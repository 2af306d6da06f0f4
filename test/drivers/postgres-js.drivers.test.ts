import postgres from "postgres";
import type { PostgresClient } from "../../src/postgres.ts";
import { hostTransactionHarness } from "../support/host-transaction.ts";
import { runOnEmbedded } from "../support/postgres/suite.ts";

// #region postgres-js
const clientOf = (sql: postgres.ISql): PostgresClient => ({
  query: async (text, values) => ({ rows: await sql.unsafe(text, values, { prepare: true }) }),
});
// #endregion

runOnEmbedded("postgres.js inside a transaction of the host", (connectionString) => {
  const sql = postgres(connectionString, { onnotice: () => undefined });
  return {
    harness: hostTransactionHarness(clientOf(sql), (work) => sql.begin((transaction) => work(clientOf(transaction)))),
    end: () => sql.end(),
  };
});
