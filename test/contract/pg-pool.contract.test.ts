import { poolOf, runOnEmbedded } from "../support/postgres/suite.ts";
import { postgresHarness } from "../support/storage/postgres.ts";

runOnEmbedded("pg.Pool", (connectionString) => {
  const [first, second] = [poolOf(connectionString), poolOf(connectionString)];
  return {
    harness: postgresHarness({ first, second }),
    end: () => Promise.all([first.end(), second.end()]),
  };
});
