// `npm run bench:postgres`: the same as `npm run bench`, on PostgreSQL. Both sides have a database of their own on one
// server, made from one template, and one connection each.
import { Pool } from "pg";
import { createRoster } from "workspace-roster";
import { postgresStorage } from "workspace-roster/postgres";
import { embeddedBinaries } from "../test/support/postgres/binaries.ts";
import { type PostgresServer, startPostgres } from "../test/support/postgres/server.ts";
import { bareAddMembersOn } from "./bare-postgres.ts";
import {
  hundred,
  type Measured,
  measureSeries,
  one,
  type Series,
  type Side,
  tenThousand,
  workspaceIds,
} from "./measured-series.ts";
import { fillOrganization, organizationId, valueOf } from "./prepared-organization.ts";
import { printMeasured } from "./print-measured.ts";

const binaries = await embeddedBinaries();
if (binaries === null) throw new Error("There is no embedded PostgreSQL for this platform.");
const server = await startPostgres(binaries, { isDurable: true });
try {
  const results = [
    ...(await measureOrganization(server, 1_000, [one, hundred])),
    ...(await measureOrganization(server, 100_000, [one, hundred, tenThousand])),
  ];
  printMeasured(results, `PostgreSQL ${binaries.version}, its own settings, fsync on, pg`);
} finally {
  await server.remove();
}

async function measureOrganization(
  host: PostgresServer,
  people: number,
  series: readonly Series[],
): Promise<readonly Measured[]> {
  const prepared = `prepared_${String(people)}`;
  await withPool(host.url(), (pool) => pool.query(`CREATE DATABASE ${prepared}`));
  await withPool(host.url(prepared), async (pool) => {
    const storage = postgresStorage({ client: pool });
    valueOf(await storage.migrate());
    await fillOrganization(storage, people, series.flatMap(workspaceIds));
    await pool.query("VACUUM ANALYZE");
  });
  const sides = ["bare", "roster"].map((side) => `${prepared}_${side}`);
  await withPool(host.url(), async (pool) => {
    for (const side of sides) await pool.query(`CREATE DATABASE ${side} TEMPLATE ${prepared}`);
    await pool.query("CHECKPOINT");
  });
  return withPool(host.url(sides[0]), (bare) =>
    withPool(host.url(sides[1]), async (roster) => {
      const results: Measured[] = [];
      for (const each of series) {
        results.push(await measureSeries(people, each, { bare: bareAddMembersOn(bare), roster: rosterSide(roster) }));
      }
      return results;
    }),
  );
}

function rosterSide(pool: Pool): Side {
  const roster = createRoster({ storage: postgresStorage({ client: pool }) });
  return async ({ workspaceId, actorId, members }) => {
    const typed = members as readonly { userId: string; role: "admin" | "member" }[];
    const command = { organizationId, workspaceId, actor: { userId: actorId }, members: typed };
    valueOf(await roster.addMembers(command));
  };
}

async function withPool<Value>(connectionString: string, work: (pool: Pool) => Promise<Value>): Promise<Value> {
  const pool = new Pool({ connectionString, max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
