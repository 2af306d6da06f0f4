import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRoster, type Observer } from "../../src/index.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { auditLedger } from "../support/fault/audit.ts";
import { createFaultLedger } from "../support/fault/ledger.ts";
import { describeWith } from "../support/fault/needs.ts";
import {
  auditedPostgres,
  embeddedServer,
  killServer,
  poolIsQuiet,
  poolTo,
  serverIsIdle,
} from "../support/fault/postgres.ts";
import { type FaultProxy, startFaultProxy } from "../support/fault/proxy.ts";
import { isCommit } from "../support/fault/statements.ts";
import { foundAll, writePlan } from "../support/fault/writing.ts";
import { randomFrom } from "../support/examples/import-organization.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";

const { lack, binaries } = await embeddedServer();
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const cycles = Number(process.env["ROSTER_FAULT_CYCLES"] ?? 50);
const cyclesBetweenAudits = 5;

describeWith(lack, `a PostgreSQL server that is killed ${cycles} times (SEED=${seed})`, () => {
  const random = randomFrom(seed);
  const ledger = createFaultLedger([
    { name: "ann", organizationId: "north" },
    { name: "bob", organizationId: "north" },
    { name: "cem", organizationId: "south" },
    { name: "dee", organizationId: "west" },
  ]);
  let server: PostgresServer;
  let proxy: FaultProxy;
  let direct: Pool;
  let proxied: Pool;
  let heard = (): void => undefined;

  beforeAll(async () => {
    // The operating system goes on and has everything that the server wrote, so it makes no difference whether it is on the disk.
    server = await startPostgres(binaries, { settings: { synchronous_commit: "on" } });
    proxy = await startFaultProxy(server.port);
    direct = poolTo(server.port);
    proxied = poolTo(proxy.port);
  });

  afterAll(async () => {
    await Promise.all([direct.end(), proxied.end()]);
    await proxy.end();
    await server.remove();
  });

  it("keeps every acknowledged command, and applies none in part or twice", { timeout: 600_000 }, async () => {
    const commits: Record<string, number> = {};
    const observe: Observer = (observed) => {
      if (observed.kind !== "storage" || observed.name !== "commit") return;
      commits[observed.outcome] = (commits[observed.outcome] ?? 0) + 1;
      heard();
    };
    const nextCommit = (): Promise<void> => new Promise((resolve) => (heard = resolve));
    const storage = postgresStorage({ client: direct });
    const throughProxy = postgresStorage({ client: proxied });
    await valueOf(storage.migrate());
    await foundAll(storage, ledger);
    // Two wait until the server is back. Two get an unknown outcome and send again.
    const rosters = {
      ann: createRoster({ storage: throughProxy, observe }),
      bob: createRoster({ storage: throughProxy, observe, deadlineMs: 20 }),
      cem: createRoster({ storage, observe }),
      dee: createRoster({ storage, observe, deadlineMs: 20 }),
    };

    for (let cycle = 0; cycle < cycles;) {
      const stop = new AbortController();
      const writing = ledger.writers.map((writer) =>
        writePlan(rosters[writer.name as keyof typeof rosters], writer, ledger, {
          from: ledger.nextOf(writer),
          stop: stop.signal,
        }),
      );
      for (let index = 0; index < cyclesBetweenAudits; index += 1, cycle += 1) {
        // Once the writers work again.
        for (let more = 1 + Math.floor(random() * 6); more > 0; more -= 1) await nextCommit();
        if (random() < 0.3) await committedUnheard();
        await wait(random() * 15);
        await killServer(server);
        await server.start();
      }
      stop.abort();
      await Promise.all(writing);

      for (const pool of [direct, proxied]) await poolIsQuiet(pool);
      await serverIsIdle(direct);
      await auditLedger(auditedPostgres(storage, direct), ledger);
      expect(ledger.counts.lies).toEqual([]);
    }

    const { acknowledged, replayed, failures } = ledger.counts;
    console.log(
      `${cycles} kills; ${acknowledged} commands acknowledged, ${replayed} of them from the record of a first send; ` +
        `answers of the store: ${JSON.stringify(commits)}; to the callers: ${JSON.stringify(failures)}.`,
    );
    expect(commits["unknown"]).toBeGreaterThanOrEqual(cycles / 5);
    expect(failures["outcome_unknown"]).toBeGreaterThan(0);
    expect(
      Object.keys(failures).filter((code) => !["storage_unavailable", "outcome_unknown", "contention"].includes(code)),
    ).toEqual([]);
  });

  /** Waits for a commit that the server has stored but not answered yet. */
  async function committedUnheard(): Promise<void> {
    const came = proxy.arm({ where: "frozen after", meets: isCommit });
    while (came() === 0) await wait(1);
  }
});
