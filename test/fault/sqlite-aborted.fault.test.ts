import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRoster, type Roster } from "../../src/index.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { createFaultLedger, type FaultLedger } from "../support/fault/ledger.ts";
import { type FaultWriter, plannedCommand } from "../support/fault/plan.ts";
import { auditSqliteFile, foundSqliteFile } from "../support/fault/sqlite-file.ts";
import { sendPlanned } from "../support/fault/writing.ts";

const ann: FaultWriter = { name: "ann", organizationId: "north" };
const bob: FaultWriter = { name: "bob", organizationId: "north" };

describe("aborting a command while another connection locks the SQLite file", () => {
  let folder: string;
  let path: string;
  let ledger: FaultLedger;
  let database: DatabaseSync;
  let other: DatabaseSync;
  let roster: Roster;
  let conflicts: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "sqlite-aborted-"));
    path = join(folder, "roster.db");
    ledger = createFaultLedger([ann, bob]);
    await foundSqliteFile(path, "wal", ledger);
    database = new DatabaseSync(path);
    other = new DatabaseSync(path);
    conflicts = 0;
    roster = createRoster({
      storage: sqliteStorage({ database, busyTimeoutMs: 1 }),
      observe: (observed) => {
        if (observed.kind === "storage" && observed.outcome === "conflict") conflicts += 1;
      },
    });
  });

  afterEach(async () => {
    database.close();
    other.close();
    await auditSqliteFile(path, ledger);
    expect(ledger.counts.lies).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it("stops it between two attempts, and nothing is applied", async () => {
    const giveUp = new AbortController();
    other.exec("BEGIN IMMEDIATE");

    const sent = send(ann, giveUp.signal);
    while (conflicts < 3) await wait(1);
    giveUp.abort();

    expect(await sent).toEqual({ failed: "aborted" });
    other.exec("ROLLBACK");
    expect(await send(ann)).toEqual({ done: "executed" });
  });

  it("stops it in the queue of its organization, while the command before it continues", async () => {
    const giveUp = new AbortController();
    other.exec("BEGIN IMMEDIATE");

    const first = send(ann);
    const second = send(bob, giveUp.signal);
    while (conflicts < 1) await wait(1);
    giveUp.abort();

    expect(await second).toEqual({ failed: "aborted" });
    other.exec("ROLLBACK");
    expect(await first).toEqual({ done: "executed" });
    expect(await send(bob)).toEqual({ done: "executed" });
  });

  it("stops it before it begins", async () => {
    expect(await send(ann, AbortSignal.abort())).toEqual({ failed: "aborted" });
    expect(await send(ann)).toEqual({ done: "executed" });
  });

  it("has no effect after its commit", async () => {
    const giveUp = new AbortController();
    const late = createRoster({
      storage: sqliteStorage({ database }),
      observe: ({ name }) => {
        if (name === "commit") giveUp.abort();
      },
    });

    expect(await sendPlanned(late, plannedCommand(ann, 0), ledger, giveUp.signal)).toEqual({ done: "executed" });
  });

  it("also ends the change feed", async () => {
    const giveUp = new AbortController();
    const seen: number[] = [];
    other.exec("BEGIN EXCLUSIVE");

    const reading = (async () => {
      for await (const { sequence } of roster.changes({ organizationId: "north", after: 0, signal: giveUp.signal }))
        seen.push(sequence);
    })();
    await wait(50);
    giveUp.abort();

    await reading;
    other.exec("ROLLBACK");
    expect(seen).toEqual([1, 2]);
  });

  function send(writer: FaultWriter, signal?: AbortSignal) {
    return sendPlanned(roster, plannedCommand(writer, 0), ledger, signal);
  }
});
