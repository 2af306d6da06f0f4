import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import { auditedPostgres, embeddedServer, poolIsQuiet, poolTo, serverIsIdle } from "../support/fault/postgres.ts";
import { startWriting } from "../support/fault/sessions.ts";
import { foundAll } from "../support/fault/writing.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();

describeWith(lack, "a PostgreSQL server that restarts in the middle of commands", () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres(binaries, { settings: { synchronous_commit: "on" } });
  });

  afterAll(() => server.remove());

  it.each([
    // What `pg_ctl restart` does in these modes.
    { mode: "fast", signal: "SIGINT" },
    { mode: "immediate", signal: "SIGQUIT" },
  ] as const)(
    "keeps every acknowledged command, and applies none in part or twice ($mode shutdown, ten times)",
    async ({ mode, signal }) => {
      const ledger = createFaultLedger([
        { name: "ann", organizationId: `${mode}-north` },
        { name: "bob", organizationId: `${mode}-north` },
        { name: "cem", organizationId: `${mode}-south` },
      ]);
      const pool = poolTo(server.port);
      const storage = postgresStorage({ client: pool });
      await valueOf(storage.migrate());
      await foundAll(storage, ledger);
      const patient = createRoster({ storage });
      const hasty = createRoster({ storage, deadlineMs: 50 });
      const session = startWriting(ledger, (name) => (name === "cem" ? hasty : patient));

      for (let restart = 0; restart < 10; restart += 1) {
        await session.acknowledged(5);
        if (server.pid !== null) process.kill(server.pid, signal);
        while (server.pid !== null) await wait(5);
        await server.start();
      }
      await session.acknowledged(20);
      await session.stop();

      await poolIsQuiet(pool);
      await serverIsIdle(pool);
      await auditLedger(auditedPostgres(storage, pool), ledger);
      const { acknowledged, replayed, failures, lies } = ledger.counts;
      console.log(`${mode}: ${acknowledged} acknowledged, ${replayed} replayed, failures ${JSON.stringify(failures)}.`);
      expect(lies).toEqual([]);
      await pool.end();
    },
  );
});
