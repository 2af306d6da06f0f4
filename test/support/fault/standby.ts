import { execFile } from "node:child_process";
import { chown, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Pool } from "pg";
import { type PostgresBinaries, programBeside, serverUser } from "../postgres/binaries.ts";
import { type PostgresServer, type PostgresServerOptions, startPostgres } from "../postgres/server.ts";

const run = promisify(execFile);

/** Copies a server while it works, and starts the copy as its hot standby. */
export async function startStandby(
  binaries: PostgresBinaries,
  primary: PostgresServer,
  settings: PostgresServerOptions["settings"],
): Promise<PostgresServer> {
  const user = serverUser();
  const folder = await mkdtemp(join(tmpdir(), "workspace-roster-standby-"));
  if (user !== null) await chown(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const flags = ["-h", "127.0.0.1", "-p", String(primary.port), "-U", "postgres", "-D", data];
  await run(programBeside(binaries, "pg_basebackup"), [...flags, "-R", "-c", "fast"], { ...user, cwd: folder });
  return startPostgres(binaries, { data, settings: settings ?? {} });
}

/** From now on a commit is answered when a standby has it on its disk too. */
export async function waitForStandbys(primary: Pool): Promise<void> {
  await primary.query("ALTER SYSTEM SET synchronous_standby_names = '*'");
  await primary.query("SELECT pg_reload_conf()");
  const sql = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'";
  while ((await primary.query(sql)).rows.length === 0) await wait(10);
}

/** Makes the standby a primary of its own, which waits for no standby. */
export async function promote(binaries: PostgresBinaries, standby: PostgresServer, pool: Pool): Promise<void> {
  const user = serverUser();
  await run(programBeside(binaries, "pg_ctl"), ["promote", "-w", "-D", standby.data], { ...user, cwd: standby.data });
  await pool.query("ALTER SYSTEM RESET synchronous_standby_names");
  await pool.query("SELECT pg_reload_conf()");
}
