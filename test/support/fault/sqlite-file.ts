import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteMigrations, type SqliteStorage, sqliteStorage } from "../../../src/sqlite.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { auditLedger, type CountRows } from "./audit.ts";
import type { FaultLedger } from "./ledger.ts";
import { foundAll } from "./writing.ts";

export type JournalMode = "wal" | "delete";

/** Creates the tables, with the write-ahead log as `migrate()` does or without as a host's own tool may, and the organizations. */
export async function foundSqliteFile(path: string, mode: JournalMode, ledger: FaultLedger): Promise<void> {
  await withSqliteFile(path, async (storage, database) => {
    if (mode === "wal") await valueOf(storage.migrate());
    else for (const statement of sqliteMigrations.flatMap(({ statements }) => statements)) database.exec(statement);
    await foundAll(storage, ledger);
  });
}

/** Audits the file, which recovers it if a writer died. */
export async function auditSqliteFile(path: string, ledger: FaultLedger): Promise<void> {
  await withSqliteFile(path, (storage, database) =>
    auditLedger({ storage, countRows: countingRows(database) }, ledger),
  );
}

/** Audits a copy of the files as the kill left them, so that the next writer does the recovery itself. */
export async function auditSqliteCopy(path: string, ledger: FaultLedger): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "roster-copy-"));
  try {
    for (const suffix of ["", "-wal", "-journal"])
      if (existsSync(path + suffix)) copyFileSync(path + suffix, join(folder, `copy.db${suffix}`));
    await auditSqliteFile(join(folder, "copy.db"), ledger);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What SQLite itself finds wrong in the file. */
export async function sqliteProblems(path: string): Promise<readonly unknown[]> {
  return withSqliteFile(path, (_storage, database) =>
    Promise.resolve([
      ...database
        .prepare("PRAGMA integrity_check")
        .all()
        .filter((row) => row["integrity_check"] !== "ok"),
      ...database.prepare("PRAGMA foreign_key_check").all(),
    ]),
  );
}

export function countingRows(database: DatabaseSync): CountRows {
  return (table, organizationId) => {
    const sql = `SELECT count(*) AS rows FROM roster_${table} WHERE organization_id = ?`;
    return Number(database.prepare(sql).get(organizationId)?.["rows"]);
  };
}

async function withSqliteFile<Value>(
  path: string,
  use: (storage: SqliteStorage, database: DatabaseSync) => Promise<Value>,
): Promise<Value> {
  const database = new DatabaseSync(path);
  // This process is not killed, so it need not wait for the disk.
  database.exec("PRAGMA synchronous = OFF");
  try {
    return await use(sqliteStorage({ database }), database);
  } finally {
    database.close();
  }
}
