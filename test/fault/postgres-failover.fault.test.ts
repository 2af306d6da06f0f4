import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { type PostgresClient, postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import {
  auditedPostgres,
  debianServer,
  killServer,
  poolIsQuiet,
  poolTo,
  serverIsIdle,
} from "../support/fault/postgres.ts";
import { startWriting } from "../support/fault/sessions.ts";
import { promote, startStandby, waitForStandbys } from "../support/fault/standby.ts";
import { foundAll } from "../support/fault/writing.ts";
import { randomFrom } from "../support/examples/import-organization.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = debianServer();
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const failovers = 4;
const settings = { synchronous_commit: "on" };

describeWith(
  lack,
  `PostgreSQL with a synchronous standby, when the primary dies ${failovers} times (SEED=${seed})`,
  () => {
    const random = randomFrom(seed);
    let primary: PostgresServer;
    let pool: Pool;

    beforeAll(async () => {
      primary = await startPostgres(binaries, { settings });
      pool = poolTo(primary.port);
    });

    afterAll(async () => {
      await pool.end();
      await primary.remove();
    });

    it(
      "keeps every acknowledged command, applies none in part or twice, and commands can be sent again",
      { timeout: 300_000 },
      async () => {
        const ledger = createFaultLedger([
          { name: "ann", organizationId: "north" },
          { name: "bob", organizationId: "north" },
          { name: "cem", organizationId: "south" },
        ]);
        // How the host connects to the current primary.
        const client: PostgresClient = { query: (text, values) => pool.query(text, values) };
        const storage = postgresStorage({ client });
        await valueOf(storage.migrate());
        await foundAll(storage, ledger);
        const patient = createRoster({ storage });
        const hasty = createRoster({ storage, deadlineMs: 100 });

        for (let failover = 0; failover < failovers; failover += 1) {
          const standby = await startStandby(binaries, primary, settings);
          await waitForStandbys(pool);
          const session = startWriting(ledger, (name) => (name === "cem" ? hasty : patient));
          await session.acknowledged(15);
          await wait(random() * 20);

          await killServer(primary);
          const successor = poolTo(standby.port);
          await promote(binaries, standby, successor);
          const former = { pool, primary };
          [pool, primary] = [successor, standby];
          await session.acknowledged(15);
          await session.stop();

          await poolIsQuiet(pool);
          await serverIsIdle(pool);
          await auditLedger(auditedPostgres(storage, pool), ledger);
          expect(ledger.counts.lies).toEqual([]);
          await former.pool.end();
          await former.primary.remove();
        }

        const { acknowledged, replayed, failures } = ledger.counts;
        console.log(`${acknowledged} acknowledged, ${replayed} replayed, failures ${JSON.stringify(failures)}.`);
      },
    );
  },
);
