import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import type { PostgresClient } from "../../src/postgres.ts";
import { hostTransactionHarness } from "../support/host-transaction.ts";
import { poolOf, runOnEmbedded } from "../support/postgres/suite.ts";

// #region kysely
const clientOf = (database: Kysely<unknown>): PostgresClient => ({
  query: (text, values) => database.executeQuery(CompiledQuery.raw(text, values)),
});
// #endregion

runOnEmbedded("Kysely inside a transaction of the host", (connectionString) => {
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolOf(connectionString) }) });
  return {
    harness: hostTransactionHarness(clientOf(database), (work) =>
      database.transaction().execute((transaction) => work(clientOf(transaction))),
    ),
    end: () => database.destroy(),
  };
});
