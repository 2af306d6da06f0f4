import { ok, type Result } from "neverthrow";
import { createRoster, type Roster, type RosterError } from "workspace-roster";
import { exitCodes, runCommand } from "../command-line.ts";
import { nameOf, withStorage } from "../open-store.ts";
import { type OffboardArguments, parseArguments, usage } from "./arguments.ts";
import { busiestMembers } from "./busiest-members.ts";
import { printPreview, printRefusal, printReport } from "./print-report.ts";
import { previewOffboarding, runOffboarding } from "./run-offboarding.ts";

/** Removes people from an organization, and returns the exit code. */
export function offboardCommand(args: readonly string[]): Promise<number> {
  return runCommand(parseArguments(args), usage, (given) =>
    withStorage(given.database, "existing", (storage) => {
      console.log(`Offboarding from the organization ${given.organizationId} in ${nameOf(given.database)}.`);
      return offboard(createRoster({ storage }), given);
    }),
  );
}

async function offboard(roster: Roster, given: OffboardArguments): Promise<number> {
  const { organizationId, successor, isDryRun } = given;
  const userIds = await peopleToRemove(roster, given);
  if (userIds.isErr()) return refused(userIds.error);

  const offboarding = { organizationId, userIds: userIds.value, successor };
  const preview = await previewOffboarding(roster, offboarding);
  if (preview.isErr()) return refused(preview.error);
  printPreview(preview.value);
  if (isDryRun) {
    console.log("\nThis was a dry run. Nothing was written.");
    return exitCodes.done;
  }

  // Decided anew: the preview reserves nothing, and others may have changed the organization since.
  const report = await runOffboarding(roster, offboarding);
  if (report.isErr()) return refused(report.error);
  printReport(offboarding, report.value);
  return exitCodes.done;
}

async function peopleToRemove(
  roster: Roster,
  { organizationId, leaving, successor }: OffboardArguments,
): Promise<Result<readonly string[], RosterError>> {
  if ("userIds" in leaving) return ok(leaving.userIds);
  return busiestMembers(roster, organizationId, leaving.busiest, successor);
}

function refused(refusal: RosterError): number {
  printRefusal(refusal);
  return exitCodes.notDone;
}
