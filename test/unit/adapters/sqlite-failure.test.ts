import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import BetterDatabase from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteFailure } from "../../../src/adapters/sqlite/sqlite-failure.ts";
import type { SqliteDatabase } from "../../../src/sqlite.ts";

type Connect = (path: string, readonly?: boolean) => SqliteDatabase & { close(): unknown };

const drivers: Record<string, Connect> = {
  "node:sqlite": (path, readOnly = false) => new DatabaseSync(path, { readOnly }),
  "better-sqlite3": (path, readonly = false) => new BetterDatabase(path, { readonly, timeout: 0 }),
};

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("Nothing was thrown.");
}

describe.each(Object.entries(drivers))("the failures of %s", (_, connect) => {
  let directory: string;
  let path: string;
  let database: ReturnType<Connect>;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
    path = join(directory, "roster.db");
    database = connect(path);
    database.prepare("PRAGMA journal_mode = WAL").get();
    database.exec("CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY) STRICT; INSERT INTO t VALUES ('x')");
  });

  afterEach(() => {
    database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("is busy while another connection writes", () => {
    const other = connect(path);
    other.exec("BEGIN IMMEDIATE");

    const thrown = thrownBy(() => database.exec("BEGIN IMMEDIATE"));

    other.close();
    expect(sqliteFailure(thrown)).toBe("busy");
  });

  it("is busy when another connection wrote since the snapshot", () => {
    const other = connect(path);
    database.exec("BEGIN");
    database.prepare("SELECT * FROM t").all();
    other.exec("INSERT INTO t VALUES ('y')");

    const thrown = thrownBy(() => database.exec("INSERT INTO t VALUES ('z')"));

    other.close();
    expect(sqliteFailure(thrown)).toBe("busy");
  });

  it("is unavailable when the file is read-only", () => {
    const readonly = connect(path, true);

    const thrown = thrownBy(() => readonly.prepare("INSERT INTO t VALUES (?)").run("y"));

    readonly.close();
    expect(sqliteFailure(thrown)).toBe("unavailable");
  });

  it("is full when the file must not grow", () => {
    database.exec("PRAGMA max_page_count = 3");

    const thrown = thrownBy(() => database.prepare("INSERT INTO t VALUES (?)").run("y".repeat(100_000)));

    expect(sqliteFailure(thrown)).toBe("full");
  });

  it("is unavailable when the database is closed", () => {
    const closed = connect(path);
    const statement = closed.prepare("SELECT * FROM t");
    closed.close();

    const all = [() => closed.exec("BEGIN"), () => closed.prepare("SELECT 1"), () => statement.all()].map(thrownBy);

    expect(all.map(sqliteFailure)).toEqual(["unavailable", "unavailable", "unavailable"]);
  });

  it("is a failure when a constraint or the statement is wrong", () => {
    const all = [
      () => database.prepare("INSERT INTO t VALUES (?)").run("x"),
      () => database.prepare("INSERT INTO t VALUES (?)").run(null),
      () => database.prepare("SELECT * FROM nowhere"),
      () => database.exec("ROLLBACK"),
    ].map(thrownBy);

    expect(all.map(sqliteFailure)).toEqual(["failed", "failed", "failed", "failed"]);
  });
});

describe("other failures", () => {
  it("recognizes those of bun:sqlite", () => {
    const failures = [
      { code: "SQLITE_BUSY_SNAPSHOT", errno: 517, message: "database is locked" },
      { code: "SQLITE_READONLY", errno: 8, message: "attempt to write a readonly database" },
      { code: "SQLITE_CONSTRAINT_PRIMARYKEY", errno: 1555, message: "UNIQUE constraint failed" },
      { message: "Cannot use a closed database" },
      { message: "Database has closed" },
    ].map(sqliteFailure);

    expect(failures).toEqual(["busy", "unavailable", "failed", "unavailable", "unavailable"]);
  });

  it("leaves bugs alone", () => {
    const bugs = [new TypeError("x is not a function"), "text", null, undefined, { code: "ENOENT" }];

    expect(bugs.map(sqliteFailure)).toEqual([null, null, null, null, null]);
  });
});
