import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SqliteDatabase, sqliteStorage } from "../../../src/sqlite.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { StorageFaults, StorageHarness } from "../../../src/testing/harness.ts";

/** Stores in a file of their own; each handle is a connection to it, of which the first can be cut in the middle of COMMIT. */
export function sqliteHarness(
  connect: (path: string) => SqliteDatabase & { close(): unknown },
  between: (database: SqliteDatabase) => SqliteDatabase = (database) => database,
): StorageHarness {
  return {
    async open() {
      const directory = await mkdtemp(join(tmpdir(), "workspace-roster-"));
      const path = join(directory, "roster.db");
      const [first, other] = [connect(path), connect(path)];
      const open = new Set([first, other]);
      const { database, faults } = cuttable(first);
      const storage = sqliteStorage({ database: between(database) });
      await valueOf(storage.migrate());
      return {
        storage,
        second: sqliteStorage({ database: between(other) }),
        faults,
        closeStorage() {
          open.delete(first);
          first.close();
          return Promise.resolve();
        },
        async close() {
          for (const each of open) each.close();
          await rm(directory, { recursive: true, force: true });
        },
      };
    },
  };
}

/** Fails the COMMIT of a write transaction as a disk does, before or after it took effect. */
function cuttable(database: SqliteDatabase): { readonly database: SqliteDatabase; readonly faults: StorageFaults } {
  let cut: "cutBeforeCommit" | "cutBeforeAnswer" | null = null;
  let writes = false;
  return {
    faults: {
      cutBeforeCommit() {
        cut = "cutBeforeCommit";
      },
      cutBeforeAnswer() {
        cut = "cutBeforeAnswer";
      },
    },
    database: {
      prepare: (sql) => database.prepare(sql),
      exec(sql) {
        if (sql.startsWith("BEGIN")) writes = sql === "BEGIN IMMEDIATE";
        if (sql !== "COMMIT" || !writes || cut === null) return database.exec(sql);
        const fault = cut;
        cut = null;
        if (fault === "cutBeforeAnswer") database.exec(sql);
        throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_FSYNC" });
      },
    },
  };
}
