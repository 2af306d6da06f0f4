import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createRoster, type Roster } from "../../src/index.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger, type FaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import { type FaultWriter, plannedCommand } from "../support/fault/plan.ts";
import { auditedPostgres, embeddedServer, poolTo, serverIsIdle } from "../support/fault/postgres.ts";
import { foundAll, sendPlanned } from "../support/fault/writing.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();

describeWith(lack, "a command that has to wait for PostgreSQL", () => {
  const names = Array.from({ length: 50 }, (_, index) => `writer-${index}`);
  let server: PostgresServer;
  let direct: Pool;
  let pool: Pool;
  let roster: Roster;
  let ledger: FaultLedger;
  let tests = 0;

  beforeAll(async () => {
    server = await startPostgres(binaries);
    direct = poolTo(server.port);
    await valueOf(postgresStorage({ client: direct }).migrate());
  });

  beforeEach(async () => {
    tests += 1;
    // Every second writer has an organization of its own; the others share one.
    ledger = createFaultLedger(
      names.map((name, index) => ({ name, organizationId: `${tests}-${index % 2 === 0 ? "shared" : name}` })),
    );
    await foundAll(postgresStorage({ client: direct }), ledger);
    pool = poolTo(server.port, { max: 1, statement_timeout: 150 });
    roster = createRoster({ storage: postgresStorage({ client: pool }) });
  });

  afterEach(async () => {
    await pool.end();
    await serverIsIdle(direct);
    await auditLedger(auditedPostgres(postgresStorage({ client: direct }), direct), ledger);
    expect(ledger.counts.lies).toEqual([]);
  });

  afterAll(async () => {
    await direct.end();
    await server.remove();
  });

  it("gets its turn, even if fifty commands share one connection", async () => {
    const rounds = Array.from({ length: 7 }, (_, index) => index);

    await Promise.all(
      ledger.writers.map(async (writer) => {
        for (const index of rounds) await send(writer, index);
      }),
    );

    expect(ledger.counts).toMatchObject({ failures: {}, replayed: 0 });
    expect(ledger.counts.acknowledged).toBe(50 * rounds.length + 26);
    expect(pool.totalCount).toBe(1);
  });

  it("returns storage_unavailable if the server cancels its statement, and the connection still works", async () => {
    const writer = writerAt(1);
    // A pool would close such a connection; here it stays the same one.
    const client = await pool.connect();
    const onOne = createRoster({ storage: postgresStorage({ client }) });
    const unlock = await lockGuard(writer);

    expect(await send(writer, 0, { roster: onOne })).toEqual({ failed: "storage_unavailable" });
    await unlock();

    expect(await send(writer, 0, { roster: onOne })).toEqual({ done: "executed" });
    client.release();
  });

  it("returns contention at its deadline if the server refuses to wait for locks, or outcome_unknown if a commit is under way", async () => {
    const writer = writerAt(1);
    const impatient = poolTo(server.port, { options: "-c lock_timeout=20" });
    const soon = createRoster({ storage: postgresStorage({ client: impatient }), deadlineMs: 200 });
    const unlock = await lockGuard(writer);

    const late = await send(writer, 0, { roster: soon });
    await unlock();

    expect([{ failed: "contention" }, { failed: "outcome_unknown" }]).toContainEqual(late);
    const again = await send(writer, 0, { roster: createRoster({ storage: postgresStorage({ client: impatient }) }) });
    // A commit whose outcome is unknown may have been applied once the lock was free.
    expect("failed" in late && late.failed === "contention" ? ["executed"] : ["executed", "replayed"]).toContain(
      "done" in again ? again.done : again,
    );
    await impatient.end();
  });

  it("can be aborted in the queue of its organization", async () => {
    const writer = writerAt(0);
    const second = writerAt(2);
    const giveUp = new AbortController();
    const release = await takeConnection();

    const first = send(writer, 0);
    const waiting = send(second, 0, { signal: giveUp.signal });
    giveUp.abort();

    expect(await waiting).toEqual({ failed: "aborted" });
    release();
    expect(await first).toEqual({ done: "executed" });
    expect(await send(second, 0)).toEqual({ done: "executed" });
  });

  it("can be aborted while its load waits for a connection", async () => {
    const writer = writerAt(1);
    const giveUp = new AbortController();
    const release = await takeConnection();

    const sent = send(writer, 0, { signal: giveUp.signal });
    while (pool.waitingCount === 0) await wait(1);
    giveUp.abort();

    expect(await sent).toEqual({ failed: "aborted" });
    release();
    expect(await send(writer, 0)).toEqual({ done: "executed" });
  });

  it("can be aborted while the server works on its load", async () => {
    const writer = writerAt(1);
    const giveUp = new AbortController();
    const patient = poolTo(server.port, { max: 1 });
    const unlock = await lockGuard(writer, "ACCESS EXCLUSIVE");

    const sent = send(writer, 0, {
      signal: giveUp.signal,
      roster: createRoster({ storage: postgresStorage({ client: patient }) }),
    });
    await someoneWaitsForALock();
    giveUp.abort();

    expect(await sent).toEqual({ failed: "aborted" });
    await unlock();
    expect(await send(writer, 0)).toEqual({ done: "executed" });
    await patient.end();
  });

  it("cannot be aborted once its commit was sent: it returns what the server did", async () => {
    const writer = writerAt(1);
    const giveUp = new AbortController();
    const patient = poolTo(server.port, { max: 2 });
    const unlock = await lockGuard(writer);

    const sent = send(writer, 0, {
      signal: giveUp.signal,
      roster: createRoster({ storage: postgresStorage({ client: patient }) }),
    });
    await someoneWaitsForALock();
    giveUp.abort();
    await wait(20);
    await unlock();

    expect(await sent).toEqual({ done: "executed" });
    await patient.end();
  });

  it("returns outcome_unknown if its commit waits past the deadline, and the resend returns the outcome", async () => {
    const writer = writerAt(1);
    const giveUp = new AbortController();
    const patient = poolTo(server.port, { max: 2 });
    const soon = createRoster({ storage: postgresStorage({ client: patient }), deadlineMs: 200 });
    const unlock = await lockGuard(writer);

    const sent = send(writer, 0, { signal: giveUp.signal, roster: soon });
    await someoneWaitsForALock();
    giveUp.abort();

    expect(await sent).toEqual({ failed: "outcome_unknown" });
    await unlock();
    await patient.end();
    expect(await send(writer, 0)).toEqual({ done: "replayed" });
  });

  it("the change feed also ends at once, wherever it waits", async () => {
    const { organizationId } = writerAt(1);
    for (const isPoolTaken of [false, true]) {
      const giveUp = new AbortController();
      const release = isPoolTaken ? await takeConnection() : () => undefined;
      const seen: number[] = [];
      const reading = (async () => {
        for await (const { sequence } of roster.changes({ organizationId, after: 0, signal: giveUp.signal }))
          seen.push(sequence);
      })();
      await wait(50);
      giveUp.abort();

      await reading;
      release();
      expect(seen).toEqual(isPoolTaken ? [] : [1, 2]);
    }
  });

  function send(
    writer: FaultWriter,
    index: number,
    { roster: through = roster, signal }: { readonly roster?: Roster; readonly signal?: AbortSignal } = {},
  ) {
    return sendPlanned(through, plannedCommand(writer, index), ledger, signal);
  }

  function writerAt(index: number): FaultWriter {
    const writer = ledger.writers[index];
    if (writer === undefined) throw new Error("There are fifty writers.");
    return writer;
  }

  /** Takes the pool's only connection, so that all others wait for it. */
  async function takeConnection(): Promise<() => void> {
    const client = await pool.connect();
    return () => client.release();
  }

  /** Locks the organization's guard against commits, or the whole table against everything. Returns a function that unlocks it. */
  async function lockGuard({ organizationId }: FaultWriter, mode?: "ACCESS EXCLUSIVE"): Promise<() => Promise<void>> {
    const client = await direct.connect();
    await client.query("BEGIN");
    if (mode === undefined)
      await client.query("SELECT 1 FROM roster_guard WHERE organization_id = $1 FOR UPDATE", [organizationId]);
    else await client.query(`LOCK TABLE roster_guard IN ${mode} MODE`);
    return async () => {
      await client.query("ROLLBACK");
      client.release();
    };
  }

  async function someoneWaitsForALock(): Promise<void> {
    const sql = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    while ((await direct.query(sql)).rows.length === 0);
  }
});
