// `npm run bench`: how much longer `addMembers` takes than the same job written by hand in SQL, and how the time for one
// member grows with the organization. Both sides run in turns, each on its own copy of one file, so that the ratios of
// one run can be trusted even if the milliseconds of a busy machine cannot.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRoster } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import { bareAddMembers } from "./bare-sql.ts";
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
import { openDatabase, organizationId, prepareOrganization, valueOf } from "./prepared-organization.ts";
import { printMeasured } from "./print-measured.ts";

const folder = mkdtempSync(join(tmpdir(), "workspace-roster-bench-"));
try {
  const results = [
    ...(await measureOrganization(1_000, [one, hundred])),
    ...(await measureOrganization(10_000, [one, hundred, tenThousand])),
    ...(await measureOrganization(100_000, [one, hundred, tenThousand])),
  ];
  printMeasured(results, "node:sqlite, a file in WAL mode, synchronous=NORMAL, foreign keys on");
} finally {
  rmSync(folder, { recursive: true });
}

async function measureOrganization(people: number, series: readonly Series[]): Promise<readonly Measured[]> {
  const prepared = join(folder, `${String(people)}.db`);
  await prepareOrganization(prepared, people, series.flatMap(workspaceIds));
  const bare = openCopy(prepared, "bare");
  const roster = openCopy(prepared, "roster");
  try {
    const sides = { bare: bareSide(bare), roster: rosterSide(roster) };
    const results: Measured[] = [];
    for (const each of series) results.push(await measureSeries(people, each, sides));
    return results;
  } finally {
    bare.close();
    roster.close();
  }
}

function bareSide(database: ReturnType<typeof openDatabase>): Side {
  const addMembers = bareAddMembers(database);
  return async (command) => {
    const outcome = await Promise.resolve(addMembers(command));
    if ("refused" in outcome) throw new Error(outcome.refused);
  };
}

function rosterSide(database: ReturnType<typeof openDatabase>): Side {
  const roster = createRoster({ storage: sqliteStorage({ database }) });
  return async ({ workspaceId, actorId, members }) => {
    const typed = members as readonly { userId: string; role: "admin" | "member" }[];
    const command = { organizationId, workspaceId, actor: { userId: actorId }, members: typed };
    valueOf(await roster.addMembers(command));
  };
}

function openCopy(prepared: string, side: string): ReturnType<typeof openDatabase> {
  const copy = prepared.replace(/\.db$/, `-${side}.db`);
  copyFileSync(prepared, copy);
  return openDatabase(copy);
}
