import { afterAll, beforeAll, describe } from "vitest";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { debianBinaries } from "../support/postgres/binaries.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";
import { poolOf } from "../support/postgres/suite.ts";
import { postgresHarness, type PostgresHarness } from "../support/storage/postgres.ts";
import { runStorageCases } from "../support/storage/suite.ts";

const binaries = debianBinaries();

// In CI a missing server is a failure, not a reason to skip.
const isSkipped = binaries === null && process.env["CI"] === undefined;

describe.skipIf(isSkipped)("pg.Pool on PostgreSQL 15 (Debian's package postgresql-15)", () => {
  let server: PostgresServer;
  let harness: PostgresHarness;
  let pools: ReturnType<typeof poolOf>[];

  beforeAll(async () => {
    if (binaries === null) throw new Error("PostgreSQL 15 is not installed.");
    server = await startPostgres(binaries, { isDurable: true });
    pools = [poolOf(server.url()), poolOf(server.url())];
    const [first, second] = pools as [ReturnType<typeof poolOf>, ReturnType<typeof poolOf>];
    harness = postgresHarness({ first, second });
  });

  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await server.remove();
  });

  const late: StorageHarness = { open: () => harness.open() };
  runStorageCases("PostgreSQL 15", late);
});
