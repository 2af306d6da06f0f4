import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { need } from "../../src/application/ports/need.ts";
import { createRoster } from "../../src/index.ts";
import { type PostgresStorage, postgresStorage } from "../../src/postgres.ts";
import { batchBuilder } from "../../src/testing/builders/batch-builder.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { describeWith } from "../support/fault/needs.ts";
import { founding } from "../support/fault/plan.ts";
import { embeddedServer, poolTo } from "../support/fault/postgres.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();

describeWith(lack, "a PostgreSQL schema whose version differs from that of the package", () => {
  let server: PostgresServer;
  let pool: Pool;
  let schema = "";
  let schemas = 0;

  beforeAll(async () => {
    server = await startPostgres(binaries);
    pool = poolTo(server.port);
  });

  afterAll(async () => {
    await pool.end();
    await server.remove();
  });

  beforeEach(() => {
    schemas += 1;
    schema = `roster_${schemas}`;
  });

  it("is reported by every call while it is missing", async () => {
    expect(await toldBy(aStorage())).toEqual(mismatches(null));
    const storage = aStorage();
    expect(await toldBy(storage)).toEqual(mismatches(null));

    await valueOf(storage.migrate());

    expect(await founded(storage)).toBe("done");
  });

  it.each([
    { age: "older", change: "DELETE FROM roster_migration", found: null },
    { age: "older", change: "DELETE FROM roster_migration WHERE version = 2", found: 1 },
    { age: "newer", change: "INSERT INTO roster_migration (version, applied_at) VALUES (99, 'later')", found: 99 },
  ])("is reported by every call if it is $age (found $found)", async ({ change, found }) => {
    await valueOf(aStorage().migrate());
    await inSchema(change);

    expect(await toldBy(aStorage())).toEqual(mismatches(found));
  });

  it("is not changed by migrate if it is newer", async () => {
    await valueOf(aStorage().migrate());
    await inSchema("INSERT INTO roster_migration (version, applied_at) VALUES (99, 'later')");

    const migrated = await aStorage().migrate();

    expect(migrated._unsafeUnwrapErr()).toEqual({ code: "storage_schema_mismatch", found: 99, expected: 2 });
  });

  it("is reported if it is dropped while a roster runs, and used again once it is back", async () => {
    const storage = aStorage();
    await valueOf(storage.migrate());
    expect(await founded(storage)).toBe("done");

    await pool.query(`DROP SCHEMA "${schema}" CASCADE`);

    expect(await toldBy(storage)).toEqual(mismatches(null));
    await valueOf(storage.migrate());
    expect(await founded(storage)).toBe("done");
  });

  function aStorage(): PostgresStorage {
    return postgresStorage({ client: pool, schema });
  }

  async function inSchema(sql: string): Promise<void> {
    await pool.query(sql.replace("roster_migration", `"${schema}".roster_migration`));
  }
});

const mismatches = (found: number | null) =>
  Array<unknown>(3).fill({ code: "storage_schema_mismatch", found, expected: 2 });

async function founded(storage: PostgresStorage): Promise<unknown> {
  return (await founding("north").run(createRoster({ storage }))).match(
    () => "done",
    (error) => error,
  );
}

/** The answers to a load, a commit and a command. */
async function toldBy(storage: PostgresStorage): Promise<readonly unknown[]> {
  const batch = batchBuilder(storage).next();
  return [
    (await storage.load(batch.organizationId, need({}), {}))._unsafeUnwrapErr(),
    (await storage.commit(batch, {}))._unsafeUnwrapErr(),
    await founded(storage),
  ];
}
