// `npm run bench:offboard`: how the time to remove ten people who hold 400 roles, with a successor, grows with the
// organization. The organizations take turns, so that the ratios of one run can be trusted where the milliseconds of a
// busy machine cannot.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printHeading, printTable } from "../examples/print-table.ts";
import {
  type BusyOrganization,
  busyOrganization,
  comeBack,
  leaversAtOnce,
  leaversOf,
  rolesEach,
} from "./busy-organization.ts";
import { organizationId, ownerId, valueOf } from "./prepared-organization.ts";
import { quantile } from "./quantile.ts";

interface Measured {
  readonly organization: BusyOrganization;
  /** Milliseconds of the command in each round. */
  readonly times: readonly number[];
}

const sizes = [1_000, 10_000, 100_000];
const warmUps = 20;
const rounds = 60;
const target = 1.5;

const folder = mkdtempSync(join(tmpdir(), "workspace-roster-bench-"));
try {
  const organizations: BusyOrganization[] = [];
  for (const people of sizes) {
    organizations.push(await busyOrganization(join(folder, `${String(people)}.db`), people, warmUps + rounds));
  }
  printResults(await measure(organizations));
  for (const { database } of organizations) database.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(organizations: readonly BusyOrganization[]): Promise<readonly Measured[]> {
  const measured = organizations.map((organization) => ({ organization, times: [] as number[] }));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // The order changes from round to round.
    const turns = measured.map((_, index) => measured[(index + round) % measured.length]);
    for (const turn of turns) {
      if (turn === undefined) continue;
      const milliseconds = await removal(turn.organization, round % turn.organization.groups);
      if (round >= warmUps) turn.times.push(milliseconds);
    }
  }
  return measured;
}

/** How long the removal of a group takes. It comes back afterwards, so that each round finds the organization the same. */
async function removal(organization: BusyOrganization, group: number): Promise<number> {
  const { roster, database } = organization;
  const userIds = leaversOf(group);
  // Otherwise the command would write back the log of the preparation.
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const startedAt = performance.now();
  const outcome = await roster.removeOrganizationMembers({
    organizationId,
    actor: { userId: ownerId },
    userIds,
    successor: ownerId,
  });
  const milliseconds = performance.now() - startedAt;
  if (valueOf(outcome).removed.length !== leaversAtOnce) throw new Error("Not all of them were removed.");
  await comeBack(organization, group);
  return milliseconds;
}

function printResults(measured: readonly Measured[]): void {
  const smallest = measured[0]?.times ?? [];
  printHeading(`removeOrganizationMembers of ${leaversAtOnce} people with ${rolesEach} roles each, with a successor`);
  console.log(
    `  Node ${process.version}, node:sqlite, a file in WAL mode, synchronous=NORMAL, foreign keys on.\n  ${rounds} rounds; medians; the ratio is that to the smallest in the same round.`,
  );
  printTable(
    measured.map(({ organization, times }) => {
      const ratios = times.map((time, round) => time / (smallest[round] ?? Number.NaN));
      const ratio = quantile(ratios);
      return {
        people: organization.people,
        workspaces: organization.workspaces,
        ms: quantile(times).toFixed(2),
        ratio: `${ratio.toFixed(2)} x`,
        "middle half": `${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)}`,
        target: `at most ${String(target)} x: ${ratio <= target ? "met" : "MISSED"}`,
      };
    }),
  );
}
