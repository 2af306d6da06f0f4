import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRoster, type Roster } from "../../src/index.ts";
import { type PostgresStorage, postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger, type FaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import { auditedPostgres, embeddedServer, poolIsQuiet, poolTo, serverIsIdle } from "../support/fault/postgres.ts";
import { startWriting } from "../support/fault/sessions.ts";
import { lackOfSmallDisk, mountSmallDisk, type SmallDisk } from "../support/fault/small-disk.ts";
import { foundAll } from "../support/fault/writing.ts";
import { serverUser } from "../support/postgres/binaries.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();
const settings = { synchronous_commit: "on", max_wal_size: "32MB", restart_after_crash: "off" };

describeWith(lack ?? lackOfSmallDisk(), "PostgreSQL on a full disk", () => {
  let ledger: FaultLedger;
  let disk: SmallDisk;
  let server: PostgresServer;
  let pool: Pool;
  let storage: PostgresStorage;
  let roster: Roster;

  beforeEach(() => {
    ledger = createFaultLedger([
      { name: "ann", organizationId: "north" },
      { name: "bob", organizationId: "north" },
      { name: "cem", organizationId: "south" },
    ]);
  });

  afterEach(async () => {
    await pool.end();
    await server.remove();
    disk.end();
  });

  it("returns storage_unavailable and applies nothing while the tables have no space, and works again afterwards", async () => {
    disk = mountSmallDisk(16);
    server = await startPostgres(binaries, { settings });
    pool = poolTo(server.port);
    await pool.query(`CREATE TABLESPACE small LOCATION '${folderOnDisk("tables")}'`);
    await pool.query("ALTER DATABASE postgres SET default_tablespace = small");
    await pool.end();
    await begin();

    for (const bytesLeft of [0, 65_536, 262_144]) {
      await writeUntil({ acknowledged: 30 });
      disk.fill(bytesLeft);
      await writeUntil({ failed: 9 });
      await poolIsQuiet(pool);
      await serverIsIdle(pool);
      await auditLedger(auditedPostgres(storage, pool), ledger);
      disk.free();
    }
    await writeUntil({ acknowledged: 30 });

    await auditLedger(auditedPostgres(storage, pool), ledger);
    tell("tables");
    expect(Object.keys(ledger.counts.failures)).toEqual(["storage_unavailable"]);
  });

  it("keeps every acknowledged command and applies none twice when the log has no space and the server stops", async () => {
    disk = mountSmallDisk(200);
    const template = await startPostgres(binaries);
    await template.shutDown();
    const data = join(folderOnDisk("server"), "data");
    execFileSync("cp", ["-a", template.data, data]);
    await template.remove();
    server = await startPostgres(binaries, { data, settings });
    await begin();
    await writeUntil({ acknowledged: 30 });

    disk.fill(0);
    const session = startWriting(ledger, () => roster);
    // A new segment each time, until there is no space for one.
    while (server.pid !== null) {
      await pool.query("SELECT pg_switch_wal()").catch(() => undefined);
      await wait(5);
    }
    await session.failed(9);
    disk.free();
    await server.start();
    await session.acknowledged(30);
    await session.stop();

    await poolIsQuiet(pool);
    await auditLedger(auditedPostgres(storage, pool), ledger);
    tell("log");
  });

  /** Makes the pool, the tables and the organizations. */
  async function begin(): Promise<void> {
    pool = poolTo(server.port);
    storage = postgresStorage({ client: pool });
    roster = createRoster({ storage, deadlineMs: 500 });
    await valueOf(storage.migrate());
    await foundAll(storage, ledger);
  }

  async function writeUntil({ acknowledged, failed }: { readonly acknowledged?: number; readonly failed?: number }) {
    const session = startWriting(ledger, () => roster);
    if (acknowledged !== undefined) await session.acknowledged(acknowledged);
    if (failed !== undefined) await session.failed(failed);
    await session.stop();
  }

  function folderOnDisk(name: string): string {
    const folder = join(disk.folder, name);
    const user = serverUser();
    mkdirSync(folder);
    if (user !== null) for (const each of [disk.folder, folder]) chownSync(each, user.uid, user.gid);
    return folder;
  }

  function tell(what: string): void {
    const { acknowledged, replayed, failures, lies } = ledger.counts;
    console.log(`${what}: ${acknowledged} acknowledged, ${replayed} replayed, failures ${JSON.stringify(failures)}.`);
    expect(lies).toEqual([]);
  }
});
