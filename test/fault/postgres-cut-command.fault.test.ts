import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { type PostgresStorage, postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger, type FaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import { plannedCommand } from "../support/fault/plan.ts";
import { auditedPostgres, embeddedServer, poolIsQuiet, poolTo, serverIsIdle } from "../support/fault/postgres.ts";
import { type ArmedFault, type FaultProxy, startFaultProxy } from "../support/fault/proxy.ts";
import { isCommit, isLoad } from "../support/fault/statements.ts";
import { foundAll, sendPlanned } from "../support/fault/writing.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();
const places = [
  "before it arrives",
  "in the middle",
  "before its commit",
  "before the answer",
  "in the answer",
] as const;
const eachWay = places.flatMap((where) => (["close", "reset"] as const).map((by) => ({ where, by })));
const isApplied = (where: ArmedFault["where"]): boolean => where === "before the answer" || where === "in the answer";

describeWith(lack, "a command whose connection to PostgreSQL is cut", () => {
  const writer = { name: "ann", organizationId: "" };
  let server: PostgresServer;
  let proxy: FaultProxy;
  let direct: Pool;
  let pool: Pool;
  let storage: PostgresStorage;
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
    ledger = createFaultLedger([{ ...writer, organizationId: `cut-${organizations}` }]);
    pool = poolTo(proxy.port, { max: 2 });
    storage = postgresStorage({ client: pool });
    await foundAll(storage, ledger);
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

  it.each(eachWay)("is executed once if its commit is cut ($where, by $by)", async ({ where, by }) => {
    const came = proxy.arm({ where, by, meets: isCommit });

    // Twice, because the second one uses a statement that its connection has prepared.
    expect(await send(0)).toEqual({ done: "executed" });
    expect(came()).toBe(1);
    const cameAgain = proxy.arm({ where, by, meets: isCommit });
    for (let index = 1; index < 7; index += 1) expect(await send(index)).toEqual({ done: "executed" });
    expect(await send(7)).toEqual({ done: "executed" });
    expect(cameAgain()).toBe(1);
  });

  it.each(eachWay)(
    "returns storage_unavailable and applies nothing if its load is cut ($where, by $by)",
    async ({ where, by }) => {
      const came = proxy.arm({ where, by, meets: isLoad });

      expect(await send(0)).toEqual({ failed: "storage_unavailable" });
      expect(came()).toBe(1);
      expect(await send(0)).toEqual({ done: "executed" });
    },
  );

  it.each(eachWay)(
    "returns outcome_unknown if every commit is cut, and the resend returns the outcome ($where, by $by)",
    async ({ where, by }) => {
      proxy.arm({ where, by, meets: isCommit, times: Infinity });

      expect(await send(0, { deadlineMs: 150 })).toEqual({ failed: "outcome_unknown" });
      proxy.disarm();
      const applied = await isStored(0);
      if (isApplied(where)) expect(applied).toBe(true);
      expect(await send(0)).toEqual({ done: applied ? "replayed" : "executed" });
    },
  );

  it("returns storage_unavailable while no connection can be made", async () => {
    const closed = await startFaultProxy(server.port);
    await closed.end();
    const nowhere = poolTo(closed.port);

    expect(await send(0, { storage: postgresStorage({ client: nowhere }) })).toEqual({ failed: "storage_unavailable" });
    await nowhere.end();
    expect(await send(0)).toEqual({ done: "executed" });
  });

  it.each([
    { where: "frozen before", resent: "executed" },
    { where: "frozen after", resent: "replayed" },
  ] as const)(
    "returns outcome_unknown at its deadline if it is aborted while every connection is $where the commit",
    async ({ where, resent }) => {
      const came = proxy.arm({ where, meets: isCommit, times: Infinity });
      const giveUp = new AbortController();

      const sent = send(0, { deadlineMs: 400, signal: giveUp.signal });
      while (came() === 0) await wait(1);
      giveUp.abort();

      expect(await sent).toEqual({ failed: "outcome_unknown" });
      proxy.disarm();
      if (where === "frozen before") proxy.cutFrozen();
      else proxy.thaw();
      await serverIsIdle(direct);
      expect(await send(0)).toEqual({ done: resent });
    },
  );

  it("is executed by its own resend if it is aborted while one connection is frozen", async () => {
    const came = proxy.arm({ where: "frozen after", meets: isCommit });
    const giveUp = new AbortController();

    const sent = send(0, { signal: giveUp.signal });
    while (came() === 0) await wait(1);
    giveUp.abort();

    expect(await sent).toEqual({ done: "executed" });
  });

  /** Whether the server has stored the n-th command, once everything that was given up has ended. */
  async function isStored(index: number): Promise<boolean> {
    await poolIsQuiet(pool);
    await serverIsIdle(direct);
    const sql = `SELECT 1 FROM roster_command WHERE organization_id = $1 AND command_key = $2`;
    const { rows } = await direct.query(sql, [ledger.writers[0]?.organizationId, `ann-${index}`]);
    return rows.length > 0;
  }

  /** Sends the n-th command of the plan. */
  function send(
    index: number,
    {
      signal,
      ...options
    }: { readonly deadlineMs?: number; readonly signal?: AbortSignal; readonly storage?: PostgresStorage } = {},
  ) {
    const [first] = ledger.writers;
    if (first === undefined) throw new Error("The ledger has a writer.");
    return sendPlanned(createRoster({ storage, ...options }), plannedCommand(first, index), ledger, signal);
  }
});
