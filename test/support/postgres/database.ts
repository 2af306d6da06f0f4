import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, inject } from "vitest";
import { type PostgresStorage, postgresStorage } from "../../../src/postgres.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { poolOf } from "./suite.ts";

/** A database of their own for the tests of one block. */
export interface TestDatabase {
  readonly pool: Pool;
  readonly connectionString: string;
  /** A schema without tables that no other test uses. */
  readonly newSchema: () => string;
  /** A storage whose tables exist. */
  readonly migrated: (schema?: string) => Promise<PostgresStorage & { readonly schema: string }>;
}

/** Tests on the PostgreSQL server of this run; a visible skip if there is none. */
export function describeOnPostgres(name: string, tests: (database: () => TestDatabase) => void): void {
  const server = inject("postgresUrl");
  describe.skipIf(server === null)(name, () => {
    let database: TestDatabase;
    let schemas = 0;

    beforeAll(async () => {
      const own = `test_${crypto.randomUUID().replaceAll("-", "_")}`;
      const connectionString = (server ?? "").replace(/[^/]*$/, own);
      const admin = poolOf(server ?? "", 1);
      await admin.query(`CREATE DATABASE ${own}`);
      await admin.end();
      const pool = poolOf(connectionString);
      database = {
        pool,
        connectionString,
        newSchema: () => `schema ${schemas}`,
        async migrated(schema = `schema ${schemas}`) {
          const storage = postgresStorage({ client: pool, schema });
          await valueOf(storage.migrate());
          return { ...storage, schema };
        },
      };
    });

    beforeEach(() => {
      schemas += 1;
    });

    afterAll(() => database.pool.end());

    tests(() => database);
  });
}
