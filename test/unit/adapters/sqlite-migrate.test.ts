import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { need } from "../../../src/application/ports/need.ts";
import { sqliteMigrations, sqliteStorage } from "../../../src/sqlite.ts";
import { organizationId } from "../../../src/testing/builders/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";

describe("migrate", () => {
  let directory: string;
  let path: string;
  let database: DatabaseSync;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
    path = join(directory, "roster.db");
    database = new DatabaseSync(path);
  });

  afterEach(() => {
    database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const load = (storage: ReturnType<typeof sqliteStorage>) => storage.load(organizationId("acme"), need({}), {});

  it("creates the tables once", async () => {
    const storage = sqliteStorage({ database });

    const reports = [await valueOf(storage.migrate()), await valueOf(storage.migrate())];

    expect(reports).toEqual([{ applied: [1, 2] }, { applied: [] }]);
    expect(database.prepare("SELECT version FROM roster_migration").all()).toMatchObject([
      { version: 1 },
      { version: 2 },
    ]);
    expect(database.prepare("PRAGMA journal_mode").get()).toMatchObject({ journal_mode: "wal" });
  });

  it("lets twenty connections of one process migrate at once", async () => {
    const databases = Array.from({ length: 20 }, () => new DatabaseSync(path));

    const reports = await Promise.all(databases.map((each) => valueOf(sqliteStorage({ database: each }).migrate())));

    for (const each of databases) each.close();
    expect(reports.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
  });

  it("waits until another connection has finished", async () => {
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");

    const report = sqliteStorage({ database, busyTimeoutMs: 0 }).migrate();
    other.exec("CREATE TABLE host (a); COMMIT");
    other.close();

    expect(await valueOf(report)).toEqual({ applied: [1, 2] });
  });

  it("works in memory", async () => {
    const storage = sqliteStorage({ database: new DatabaseSync(":memory:") });

    expect(await valueOf(storage.migrate())).toEqual({ applied: [1, 2] });
    expect((await valueOf(load(storage))).revision).toBe(0);
  });

  it("accepts a schema that another tool created with the same statements", async () => {
    database.exec("BEGIN");
    for (const statement of sqliteMigrations.flatMap(({ statements }) => statements)) database.exec(statement);
    database.exec("COMMIT");
    const storage = sqliteStorage({ database });

    expect((await valueOf(load(storage))).revision).toBe(0);
    expect(await valueOf(storage.migrate())).toEqual({ applied: [] });
  });

  it("updates version 1: the guard of each organization gets the time of its newest event", async () => {
    for (const statement of sqliteMigrations[0]?.statements ?? []) database.exec(statement);
    database.exec(`INSERT INTO roster_guard VALUES ('acme', 3, 2), ('other', 1, 1), ('silent', 1, 0)`);
    database.exec(`INSERT INTO roster_event (organization_id, sequence, type, body) VALUES
      ('acme', 1, 'x', '{"at":"2025-01-01T00:00:00.000Z"}'), ('acme', 2, 'x', '{"at":"2025-01-02T00:00:00.000Z"}'),
      ('other', 1, 'x', '{"name":"\\"at\\":","at":"2025-01-03T00:00:00.000Z"}')`);
    const storage = sqliteStorage({ database });

    expect(await valueOf(storage.migrate())).toEqual({ applied: [2] });

    const ids = ["acme", "other", "silent"].map(organizationId);
    const facts = await Promise.all(ids.map((id) => valueOf(storage.load(id, need({}), {}))));
    expect(facts.map(({ revision, lastSequence, lastAt }) => [revision, lastSequence, lastAt])).toEqual([
      [3, 2, "2025-01-02T00:00:00.000Z"],
      [1, 1, "2025-01-03T00:00:00.000Z"],
      [1, 0, null],
    ]);
  });

  it("makes every method return a schema mismatch until it has run on the same handle", async () => {
    const storage = sqliteStorage({ database });

    const before = await load(storage);
    await valueOf(storage.migrate());
    const after = await load(storage);

    expect(before._unsafeUnwrapErr()).toEqual({ code: "storage_schema_mismatch", found: null, expected: 2 });
    expect(after.isOk()).toBe(true);
  });

  it("rejects the schema of a newer package and leaves it unchanged", async () => {
    await valueOf(sqliteStorage({ database }).migrate());
    database.exec("INSERT INTO roster_migration VALUES (3, 'later')");
    const storage = sqliteStorage({ database });

    const errors = [(await storage.migrate())._unsafeUnwrapErr(), (await load(storage))._unsafeUnwrapErr()];

    const mismatch = { code: "storage_schema_mismatch", found: 3, expected: 2 };
    expect(errors).toEqual([mismatch, mismatch]);
    expect(database.isTransaction).toBe(false);
  });

  it("rejects a database that is not UTF-8", async () => {
    const utf16 = new DatabaseSync(":memory:");
    utf16.exec("PRAGMA encoding = 'UTF-16le'; CREATE TABLE host (a)");

    const error = (await sqliteStorage({ database: utf16 }).migrate())._unsafeUnwrapErr();

    expect(error).toMatchObject({
      code: "storage_failed",
      cause: { message: expect.stringContaining("UTF-16le") as unknown },
    });
  });
});
