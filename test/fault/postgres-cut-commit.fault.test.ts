import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type PostgresStorage, postgresStorage } from "../../src/postgres.ts";
import { type BatchBuilder, batchBuilder } from "../../src/testing/builders/batch-builder.ts";
import { memberAdded } from "../../src/testing/builders/new-events.ts";
import { aMember } from "../../src/testing/builders/records.ts";
import { need } from "../../src/application/ports/need.ts";
import { insert } from "../../src/testing/builders/writes.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { describeWith } from "../support/fault/needs.ts";
import { embeddedServer, poolTo, serverIsIdle } from "../support/fault/postgres.ts";
import { type Cut, type CutBy, type FaultProxy, startFaultProxy } from "../support/fault/proxy.ts";
import { isCommit } from "../support/fault/statements.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();

const cuts: readonly { readonly where: Cut; readonly isApplied: boolean }[] = [
  { where: "before it arrives", isApplied: false },
  { where: "in the middle", isApplied: false },
  { where: "before its commit", isApplied: false },
  { where: "before the answer", isApplied: true },
  { where: "in the answer", isApplied: true },
];
const eachWay = cuts.flatMap((cut) => (["close", "reset"] as const).map((by) => ({ ...cut, by })));

describeWith(lack, "a storage call whose connection to PostgreSQL is cut", () => {
  let server: PostgresServer;
  let proxy: FaultProxy;
  /** Past the proxy. */
  let direct: Pool;
  let organizations = 0;

  beforeAll(async () => {
    server = await startPostgres(binaries);
    proxy = await startFaultProxy(server.port);
    direct = poolTo(server.port);
    await valueOf(postgresStorage({ client: direct }).migrate());
  });

  beforeEach(() => proxy.disarm());

  afterAll(async () => {
    await direct.end();
    await proxy.end();
    await server.remove();
  });

  const isPrepared = { prepared: "once per connection", prepare: true };
  const isNotPrepared = { prepared: "each time", prepare: false };
  for (const { prepared, prepare } of [isPrepared, isNotPrepared]) {
    it.each(eachWay)(
      `commit answers unknown (cut $where by $by, prepared ${prepared})`,
      async ({ where, by, isApplied }) => {
        const pool = poolTo(proxy.port, { max: 1 });
        const storage = postgresStorage({ client: pool, prepare });
        const acme = await newOrganization(storage);
        const batch = acme.next({ writes: [insert.member(aMember("ann"))], newEvents: [memberAdded("ann")] });
        const came = arm({ where, by });

        const outcome = await valueOf(storage.commit(batch, {}));

        expect(came()).toBe(1);
        expect(outcome).toMatchObject({ kind: "unknown" });
        expect(await stored(acme, batch.command.key)).toEqual(isApplied ? { commands: 1, events: 1 } : nothing);
        const again = await valueOf(storage.commit(batch, {}));
        expect(again).toEqual(isApplied ? { kind: "replay", command: batch.command } : { kind: "committed" });
        expect(await stored(acme, batch.command.key)).toEqual({ commands: 1, events: 1 });
        await pool.end();
      },
    );
  }

  it.each(eachWay)("load returns storage_unavailable (cut $where by $by)", async ({ where, by }) => {
    const pool = poolTo(proxy.port, { max: 1 });
    const storage = postgresStorage({ client: pool });
    const acme = await newOrganization(storage);
    const came = proxy.arm({ where, by, meets: (text) => text.includes("roster_guard") && !isCommit(text) });

    const facts = await storage.load(acme.organizationId, everyone, {});

    expect(came()).toBe(1);
    expect(facts._unsafeUnwrapErr()).toMatchObject({ code: "storage_unavailable" });
    expect((await valueOf(storage.load(acme.organizationId, everyone, {}))).revision).toBe(1);
    await pool.end();
  });

  it("commit returns storage_unavailable if no connection can be made", async () => {
    const closed = await startFaultProxy(server.port);
    await closed.end();
    const pool = poolTo(closed.port);
    const storage = postgresStorage({ client: pool });
    const acme = batchBuilder(storage);

    const committed = await storage.commit(acme.next(), {});

    expect(committed._unsafeUnwrapErr()).toMatchObject({ code: "storage_unavailable" });
    await pool.end();
  });

  function arm({ where, by }: { readonly where: Cut; readonly by: CutBy }): () => number {
    return proxy.arm({ where, by, meets: isCommit });
  }

  async function newOrganization(storage: PostgresStorage): Promise<BatchBuilder> {
    organizations += 1;
    const acme = batchBuilder(storage, `cut-${organizations}`);
    await acme.create();
    return acme;
  }

  /** What the server itself holds of a command, once nothing is going on in it. */
  async function stored({ organizationId }: BatchBuilder, key: string): Promise<{ commands: number; events: number }> {
    await serverIsIdle(direct);
    const sql = `SELECT
      (SELECT count(*)::int FROM roster_command WHERE organization_id = $1 AND command_key = $2) AS commands,
      (SELECT count(*)::int FROM roster_event WHERE organization_id = $1 AND user_id = 'ann') AS events`;
    const { rows } = await direct.query<{ commands: number; events: number }>(sql, [organizationId, key]);
    return rows[0] ?? nothing;
  }
});

const everyone = need({});
const nothing = { commands: 0, events: 0 };
