import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import { startWriting } from "../support/fault/sessions.ts";
import { lackOfSmallDisk, mountSmallDisk, type SmallDisk } from "../support/fault/small-disk.ts";
import { auditSqliteFile, countingRows, foundSqliteFile } from "../support/fault/sqlite-file.ts";

/** How many bytes are left on the full disk. Each makes a different step of a commit fail. */
const bytesLeft = [0, 4_096, 16_384, 65_536, 262_144];

describeWith(lackOfSmallDisk(), "SQLite on a full disk", () => {
  let disk: SmallDisk;

  beforeEach(() => {
    disk = mountSmallDisk(16);
  });

  afterEach(() => disk.end());

  it.each([
    { journal: "a write-ahead log", mode: "wal" },
    { journal: "a rollback journal", mode: "delete" },
  ] as const)(
    "returns storage_unavailable, applies nothing, and works again once there is space, with $journal",
    async ({ mode }) => {
      const path = join(disk.folder, "roster.db");
      const ledger = createFaultLedger([
        { name: "ann", organizationId: "north" },
        { name: "bob", organizationId: "north" },
        { name: "cem", organizationId: "south" },
      ]);
      await foundSqliteFile(path, mode, ledger);
      const database = new DatabaseSync(path);
      const storage = sqliteStorage({ database });
      const roster = createRoster({ storage, deadlineMs: 1_000 });
      const audited = { storage, countRows: countingRows(database) };

      try {
        for (const left of bytesLeft) {
          await writeUntil({ acknowledged: 30 });
          disk.fill(left);
          await writeUntil({ failed: 3 });

          // On the connection that failed. A reader on another one sees the same.
          await auditLedger(audited, ledger);
          disk.free();
          await auditSqliteFile(path, ledger);
        }
        await writeUntil({ acknowledged: 30 });
        await auditLedger(audited, ledger);
      } finally {
        database.close();
      }

      async function writeUntil({
        acknowledged,
        failed,
      }: {
        readonly acknowledged?: number;
        readonly failed?: number;
      }) {
        const session = startWriting(ledger, () => roster);
        if (acknowledged !== undefined) await session.acknowledged(acknowledged);
        if (failed !== undefined) await session.failed(failed);
        await session.stop();
      }

      const { acknowledged, replayed, failures, lies } = ledger.counts;
      console.log(`${mode}: ${acknowledged} commands acknowledged, failures ${JSON.stringify(failures)}.`);
      expect(lies).toEqual([]);
      expect(replayed).toBe(0);
      expect(Object.keys(failures)).toEqual(["storage_unavailable"]);
    },
  );
});
