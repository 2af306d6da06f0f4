// Removes people from an organization of a roster on SQLite, in one command. `npm run offboard -- --help` tells how.
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { ok, type Result } from "neverthrow";
import { createRoster, type Roster, type RosterError } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import { type OffboardArguments, parseArguments, usage } from "./offboard/arguments.ts";
import { busiestMembers } from "./offboard/busiest-members.ts";
import { printPreview, printRefusal, printReport } from "./offboard/print-report.ts";
import { previewOffboarding, runOffboarding } from "./offboard/run-offboarding.ts";

const done = 0;
const notDone = 1;
const unusable = 2;

process.exitCode = await main();

async function main(): Promise<number> {
  const given = parseArguments(process.argv.slice(2));
  if (given.isErr()) {
    console.error(`${given.error} Try --help.`);
    return unusable;
  }
  if (given.value === "help") {
    console.log(usage);
    return done;
  }
  const { database: path, organizationId } = given.value;
  let database: DatabaseSync;
  try {
    database = openExisting(path);
  } catch (thrown) {
    console.error(`${path} cannot be opened: ${(thrown as Error).message}`);
    return notDone;
  }
  try {
    console.log(`Offboarding from ${organizationId} in ${path}.`);
    return await offboard(createRoster({ storage: sqliteStorage({ database }) }), given.value);
  } finally {
    database.close();
  }
}

async function offboard(roster: Roster, given: OffboardArguments): Promise<number> {
  const { organizationId, successor, isDryRun } = given;
  const userIds = await whomToRemove(roster, given);
  if (userIds.isErr()) return refused(userIds.error);

  const offboarding = { organizationId, userIds: userIds.value, successor };
  const preview = await previewOffboarding(roster, offboarding);
  if (preview.isErr()) return refused(preview.error);
  printPreview(preview.value);
  if (isDryRun) {
    console.log("\nNothing was written.");
    return done;
  }

  // Judged again: what others changed since the preview counts.
  const report = await runOffboarding(roster, offboarding);
  if (report.isErr()) return refused(report.error);
  printReport(offboarding, report.value);
  return done;
}

async function whomToRemove(
  roster: Roster,
  { organizationId, leaving, successor }: OffboardArguments,
): Promise<Result<readonly string[], RosterError>> {
  if ("userIds" in leaving) return ok(leaving.userIds);
  return busiestMembers(roster, organizationId, leaving.busiest, successor);
}

/** Opens the SQLite file, and makes none where there is none. */
function openExisting(path: string): DatabaseSync {
  const file = pathToFileURL(path);
  file.searchParams.set("mode", "rw");
  return new DatabaseSync(file);
}

function refused(refusal: RosterError): number {
  printRefusal(refusal);
  return notDone;
}
