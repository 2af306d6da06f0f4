import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createRoster, type Roster } from "../../src/index.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger, type FaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import { plannedCommand } from "../support/fault/plan.ts";
import { auditedPostgres, embeddedServer, poolTo, serverIsIdle } from "../support/fault/postgres.ts";
import { type FaultProxy, startFaultProxy } from "../support/fault/proxy.ts";
import { isCommit, isLoad } from "../support/fault/statements.ts";
import { foundAll, sendPlanned } from "../support/fault/writing.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();
const deadlineMs = 1_000;

describeWith(lack, "a command whose connection to PostgreSQL stops answering", () => {
  let server: PostgresServer;
  let proxy: FaultProxy;
  let direct: Pool;
  let pool: Pool;
  let ledger: FaultLedger;
  let organizations = 0;

  beforeAll(async () => {
    server = await startPostgres(binaries);
    proxy = await startFaultProxy(server.port);
    direct = poolTo(server.port);
    await valueOf(postgresStorage({ client: direct }).migrate());
  });

  beforeEach(async () => {
    organizations += 1;
    ledger = createFaultLedger(["ann", "bob"].map((name) => ({ name, organizationId: `frozen-${organizations}` })));
    pool = poolTo(proxy.port, { max: 4 });
    await foundAll(postgresStorage({ client: pool }), ledger);
  });

  afterEach(async () => {
    proxy.disarm();
    proxy.thaw();
    await serverIsIdle(direct);
    await auditLedger(auditedPostgres(postgresStorage({ client: direct }), direct), ledger);
    await pool.end();
    expect(ledger.counts.lies).toEqual([]);
  });

  afterAll(async () => {
    await direct.end();
    await proxy.end();
    await server.remove();
  });

  it.each([
    { where: "frozen before", what: "load", meets: isLoad, code: "storage_unavailable", resent: "executed" },
    { where: "frozen after", what: "load", meets: isLoad, code: "storage_unavailable", resent: "executed" },
    { where: "frozen before", what: "commit", meets: isCommit, code: "outcome_unknown", resent: "executed" },
    { where: "frozen after", what: "commit", meets: isCommit, code: "outcome_unknown", resent: "replayed" },
  ] as const)(
    "returns $code at its deadline and lets the next command run (connection $where the $what)",
    async (fault) => {
      const { where, meets, code, resent } = fault;
      const came = proxy.arm({ where, meets });
      const roster = createRoster({ storage: postgresStorage({ client: pool }), deadlineMs });
      const patient = createRoster({ storage: postgresStorage({ client: pool }) });
      const startedAt = performance.now();

      expect(await send(roster, 0, 0)).toEqual({ failed: code });
      const tookMs = performance.now() - startedAt;
      // On the same roster, so in the same queue.
      expect(await send(roster, 1, 0)).toEqual({ done: "executed" });
      expect(await send(patient, 0, 0)).toEqual({ done: resent });

      expect(came()).toBe(1);
      expect(tookMs).toBeGreaterThanOrEqual(deadlineMs);
      expect(tookMs).toBeLessThan(4 * deadlineMs);
    },
  );

  function send(roster: Roster, writer: number, index: number) {
    const of = ledger.writers[writer];
    if (of === undefined) throw new Error("There are two writers.");
    return sendPlanned(roster, plannedCommand(of, index), ledger);
  }
});
