import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { auditLedger } from "../support/fault-audit.ts";
import { createFaultLedger } from "../support/fault-ledger.ts";
import { describeWith } from "../support/fault-needs.ts";
import { lackOfSmallDisk, mountSmallDisk, type SmallDisk } from "../support/fault-small-disk.ts";
import { auditSqliteFile, countingRows, foundSqliteFile } from "../support/fault-sqlite-file.ts";
import { type FaultLog, writePlan } from "../support/fault-writing.ts";

/** So much is left when the disk is said to be full: the failure meets another step of a commit each time. */
const bytesLeft = [0, 4_096, 16_384, 65_536, 262_144];

describeWith(lackOfSmallDisk(), "a SQLite file on a disk that is full", () => {
  let disk: SmallDisk;

  beforeEach(() => {
    disk = mountSmallDisk(16);
  });

  afterEach(() => disk.end());

  it.each([
    { journal: "a write-ahead log", mode: "wal" },
    { journal: "a rollback journal", mode: "delete" },
  ] as const)("answers storage_unavailable, applies nothing, and works again with $journal", async ({ mode }) => {
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
        await write(ledger, { commands: 30 });
        disk.fill(left);
        await write(ledger, { failures: 3 });

        // On the connection that failed; a reader elsewhere sees the same.
        await auditLedger(audited, ledger);
        disk.free();
        await auditSqliteFile(path, ledger);
      }
      await write(ledger, { commands: 30 });
      await auditLedger(audited, ledger);
    } finally {
      database.close();
    }

    const { acknowledged, replayed, failures, lies } = ledger.counts;
    console.log(`${mode}: ${acknowledged} commands acknowledged, failures ${JSON.stringify(failures)}.`);
    expect(lies).toEqual([]);
    expect(replayed).toBe(0);
    expect(Object.keys(failures)).toEqual(["storage_unavailable"]);

    /** Until so many more commands were acknowledged, or so many failed. */
    async function write(log: FaultLog, until: { readonly commands?: number; readonly failures?: number }) {
      const stop = new AbortController();
      let { commands = Infinity, failures: failing = Infinity } = until;
      const counting: FaultLog = {
        sent: (command) => log.sent(command),
        acknowledged(command, outcome) {
          log.acknowledged(command, outcome);
          commands -= 1;
          if (commands <= 0) stop.abort();
        },
        failed(command, code) {
          log.failed(command, code);
          failing -= 1;
          if (failing <= 0) stop.abort();
        },
      };
      await Promise.all(
        ledger.writers.map((writer) =>
          writePlan(roster, writer, counting, { from: ledger.nextOf(writer), stop: stop.signal }),
        ),
      );
    }
  });
});
