import { expect, it } from "vitest";
import { need } from "../../src/application/ports/need.ts";
import { type PostgresStorage, postgresStorage } from "../../src/postgres.ts";
import { postgresMigrations } from "../../src/postgres-migrations.ts";
import { organizationId } from "../../src/testing/builders/ids.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";
import { poolOf } from "../support/postgres/suite.ts";

const load = (storage: PostgresStorage) => storage.load(organizationId("acme"), need({}), {});
const missing = { code: "storage_schema_mismatch", found: null, expected: 2 };

describeOnPostgres("migrate on PostgreSQL", (database) => {
  it("creates the schema and the tables once", async () => {
    const { pool, newSchema } = database();
    const schema = newSchema();
    const storage = postgresStorage({ client: pool, schema });

    const reports = [await valueOf(storage.migrate()), await valueOf(storage.migrate())];

    expect(reports).toEqual([{ applied: [1, 2] }, { applied: [] }]);
    const { rows } = await pool.query(`SELECT version FROM "${schema}".roster_migration`);
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it("uses the host's search path and prefix", async () => {
    const { pool } = database();
    const storage = postgresStorage({ client: pool, tablePrefix: "app_roster_" });

    expect(await valueOf(storage.migrate())).toEqual({ applied: [1, 2] });

    expect((await valueOf(load(storage))).revision).toBe(0);
    expect((await pool.query("SELECT to_regclass('public.app_roster_guard') AS found")).rows[0]).toEqual({
      found: "app_roster_guard",
    });
  });

  it.each(["read committed", "serializable"])("lets twenty callers migrate at once under %s", async (isolation) => {
    const { connectionString, newSchema } = database();
    const schema = newSchema();
    const option = `-c default_transaction_isolation=${isolation.replace(" ", "\\ ")}`;
    const pool = poolOf(`${connectionString}?options=${encodeURIComponent(option)}`, 20);
    await Promise.all(Array.from({ length: 20 }, () => pool.query("SELECT pg_sleep(0.05)")));

    const reports = await Promise.all(
      Array.from({ length: 20 }, () => valueOf(postgresStorage({ client: pool, schema }).migrate())),
    );

    await pool.end();
    expect(reports.filter(({ applied }) => applied.length > 0)).toEqual([{ applied: [1, 2] }]);
  });

  it("lets callers with different prefixes migrate into one new schema", async () => {
    const { connectionString, newSchema } = database();
    const pool = poolOf(connectionString, 20);
    await Promise.all(Array.from({ length: 20 }, () => pool.query("SELECT pg_sleep(0.05)")));

    for (let round = 0; round < 5; round += 1) {
      const schema = `${newSchema()} ${round}`;
      const starters = Array.from({ length: 20 }, (_, index) =>
        postgresStorage({ client: pool, schema, tablePrefix: `p${index % 4}_` }),
      );

      const reports = await Promise.all(starters.map((starter) => valueOf(starter.migrate())));

      expect(reports.filter(({ applied }) => applied.length > 0)).toHaveLength(4);
      for (const starter of starters) expect((await valueOf(load(starter))).revision).toBe(0);
    }
    await pool.end();
  });

  it.each(["on", "off"])("uses the schema's name unchanged with standard_conforming_strings %s", async (value) => {
    const { connectionString, newSchema } = database();
    const schema = `${newSchema()}\\n'"\\`;
    const pool = poolOf(
      `${connectionString}?options=${encodeURIComponent(`-c standard_conforming_strings=${value}`)}`,
      1,
    );
    const storage = postgresStorage({ client: pool, schema });

    const report = await valueOf(storage.migrate());

    const { rows } = await pool.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
    expect([report, rows.length, (await valueOf(load(storage))).revision]).toEqual([{ applied: [1, 2] }, 1, 0]);
    await pool.end();
  });

  it("accepts a schema that another tool created with the same statements", async () => {
    const { pool, newSchema } = database();
    const schema = newSchema();
    const client = await pool.connect();
    await client.query(`BEGIN; CREATE SCHEMA "${schema}"`);
    for (const { statements } of postgresMigrations({ schema })) {
      for (const statement of statements) await client.query(statement);
    }
    await client.query("COMMIT");
    client.release();
    const storage = postgresStorage({ client: pool, schema });

    expect((await valueOf(load(storage))).revision).toBe(0);
    expect(await valueOf(storage.migrate())).toEqual({ applied: [] });
  });

  it("updates version 1: the guard of each organization gets the time of its newest event", async () => {
    const { pool, newSchema } = database();
    const schema = newSchema();
    const client = await pool.connect();
    await client.query(`BEGIN; CREATE SCHEMA "${schema}"`);
    for (const statement of postgresMigrations({ schema })[0]?.statements ?? []) await client.query(statement);
    await client.query(`SET LOCAL search_path TO "${schema}"`);
    await client.query(`INSERT INTO roster_guard VALUES ('acme', 3, 2), ('other', 1, 1), ('silent', 1, 0)`);
    await client.query(`INSERT INTO roster_event (organization_id, sequence, type, body) VALUES
      ('acme', 1, 'x', '{"at":"2025-01-01T00:00:00.000Z"}'), ('acme', 2, 'x', '{"at":"2025-01-02T00:00:00.000Z"}'),
      ('other', 1, 'x', '{"name":"\\"at\\":","at":"2025-01-03T00:00:00.000Z"}')`);
    await client.query("COMMIT");
    client.release();
    const storage = postgresStorage({ client: pool, schema });

    expect(await valueOf(storage.migrate())).toEqual({ applied: [2] });

    const ids = ["acme", "other", "silent"].map(organizationId);
    const facts = await Promise.all(ids.map((id) => valueOf(storage.load(id, need({}), {}))));
    expect(facts.map(({ revision, lastSequence, lastAt }) => [revision, lastSequence, lastAt])).toEqual([
      [3, 2, "2025-01-02T00:00:00.000Z"],
      [1, 1, "2025-01-03T00:00:00.000Z"],
      [1, 0, null],
    ]);
  });

  it("joins the host's transaction and is rolled back with it", async () => {
    const { pool, newSchema } = database();
    const schema = newSchema();
    const client = await pool.connect();
    await client.query("BEGIN");
    const inside = postgresStorage({ client, schema });

    expect(await valueOf(inside.migrate())).toEqual({ applied: [1, 2] });
    expect((await valueOf(load(inside))).revision).toBe(0);
    await client.query("ROLLBACK");
    client.release();

    expect((await load(postgresStorage({ client: pool, schema })))._unsafeUnwrapErr()).toEqual(missing);
  });

  it("makes every method return a schema mismatch until it has run, without failing the host's transaction", async () => {
    const { pool, newSchema } = database();
    const client = await pool.connect();
    await client.query("BEGIN");
    const storage = postgresStorage({ client, schema: newSchema() });

    const before = await load(storage);
    await valueOf(storage.migrate());
    const after = await load(storage);

    await client.query("ROLLBACK");
    client.release();
    expect(before._unsafeUnwrapErr()).toEqual(missing);
    expect(after.isOk()).toBe(true);
  });

  it("rejects the schema of a newer package and leaves it unchanged", async () => {
    const { pool, migrated } = database();
    const { schema } = await migrated();
    await pool.query(`INSERT INTO "${schema}".roster_migration VALUES (3, 'later')`);
    const storage = postgresStorage({ client: pool, schema });

    const errors = [(await storage.migrate())._unsafeUnwrapErr(), (await load(storage))._unsafeUnwrapErr()];

    const mismatch = { code: "storage_schema_mismatch", found: 3, expected: 2 };
    expect(errors).toEqual([mismatch, mismatch]);
  });

  it("returns a schema mismatch if the tables are dropped while a storage is in use", async () => {
    const { pool, migrated } = database();
    const storage = await migrated();
    await valueOf(load(storage));
    await pool.query(`DROP SCHEMA "${storage.schema}" CASCADE`);

    expect((await load(storage))._unsafeUnwrapErr()).toEqual(missing);
  });

  it("rejects a database that is not UTF8", async () => {
    const { pool, connectionString } = database();
    await pool.query(`CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`);
    const latin = poolOf(connectionString.replace(/[^/]*$/, "latin"), 1);

    const error = (await postgresStorage({ client: latin }).migrate())._unsafeUnwrapErr();

    await latin.end();
    expect(error).toMatchObject({
      code: "storage_failed",
      cause: { message: expect.stringContaining("LATIN1") as unknown },
    });
  });

  it("returns unavailable if there is no server", async () => {
    const nowhere = poolOf("postgres://postgres@127.0.0.1:1/postgres", 1);
    const storage = postgresStorage({ client: nowhere });

    const errors = [(await storage.migrate())._unsafeUnwrapErr(), (await load(storage))._unsafeUnwrapErr()];

    await nowhere.end();
    expect(errors.map(({ code }) => code)).toEqual(["storage_unavailable", "storage_unavailable"]);
  });
});
