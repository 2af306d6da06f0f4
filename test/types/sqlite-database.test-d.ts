import type { DatabaseSync } from "node:sqlite";
import type Database from "better-sqlite3";
import { expectTypeOf, test } from "vitest";
import type { SqliteDatabase } from "../../src/sqlite.ts";

/** The declarations of bun:sqlite that this adapter uses. */
interface BunDatabase {
  exec(sql: string): { lastInsertRowid: number; changes: number };
  prepare<ReturnType, ParamsType extends unknown[]>(sql: string): BunStatement<ReturnType, ParamsType>;
}

interface BunStatement<ReturnType, ParamsType extends unknown[]> {
  run(...params: ParamsType): { lastInsertRowid: number; changes: number };
  get(...params: ParamsType): ReturnType | null;
  all(...params: ParamsType): ReturnType[];
}

test("accepts the databases of node:sqlite, better-sqlite3 and bun:sqlite", () => {
  expectTypeOf<DatabaseSync>().toExtend<SqliteDatabase>();
  expectTypeOf<Database.Database>().toExtend<SqliteDatabase>();
  expectTypeOf<BunDatabase>().toExtend<SqliteDatabase>();
});

test("refuses a database without prepared statements", () => {
  expectTypeOf<Pick<DatabaseSync, "exec">>().not.toExtend<SqliteDatabase>();
});
