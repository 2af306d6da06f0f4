import { Pool } from "pg";
import { afterAll, describe, inject } from "vitest";
import { postgresHarness } from "../support/storage-postgres.ts";
import { runStorageCases } from "../support/storage-suite.ts";

const connectionString = inject("postgresUrl");

describe.skipIf(connectionString === null)("pg.Pool on the embedded PostgreSQL", () => {
  const pools = [0, 1].map(() => new Pool({ connectionString: connectionString ?? "", max: 10 }));
  const [first, second] = pools as [Pool, Pool];
  const harness = postgresHarness({ first, second });

  afterAll(async () => {
    await harness.dispose();
    await Promise.all(pools.map((pool) => pool.end()));
  });

  runStorageCases("PostgreSQL", harness);
});
