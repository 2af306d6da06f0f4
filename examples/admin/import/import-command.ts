import { createRoster, describeError, type Roster } from "workspace-roster";
import { exitCodes, fail, runCommand } from "../command-line.ts";
import { nameOf, withStorage } from "../open-store.ts";
import { type ImportArguments, parseArguments, usage } from "./arguments.ts";
import { type OrganizationPlan, planImport } from "./import-plan.ts";
import { readOrganizationFile } from "./organization-file.ts";
import { printReport } from "./print-report.ts";
import { runImport } from "./run-import.ts";
import { asWritten, sameSpelling } from "./same-spelling.ts";
import { progressOf } from "./show-progress.ts";

/** Imports the organizations of a file, and returns the exit code. */
export function importCommand(args: readonly string[]): Promise<number> {
  return runCommand(parseArguments(args), usage, (given) => {
    const { file, ignoresCase } = given;
    const plans = readOrganizationFile(file).andThen((content) =>
      planImport(content, ignoresCase ? sameSpelling(content) : asWritten),
    );
    if (plans.isErr()) return fail(`${file} cannot be imported: ${plans.error}`, exitCodes.unusable);
    return importInto(given, plans.value);
  });
}

function importInto(
  { file, database, isDryRun }: ImportArguments,
  plans: readonly OrganizationPlan[],
): Promise<number> {
  const name = nameOf(database);
  console.log(isDryRun ? `Dry run of importing ${file}: ${name} stays unchanged.` : `Importing ${file} into ${name}.`);
  return withStorage(database, isDryRun ? "unchanged" : "create", async (storage) => {
    const migrated = await storage.migrate();
    if (migrated.isOk()) return importAll(createRoster({ storage }), plans);
    return fail(`${name} cannot be used. ${describeError(migrated.error, { withCause: true })}`, exitCodes.notDone);
  });
}

async function importAll(roster: Roster, plans: readonly OrganizationPlan[]): Promise<number> {
  const startedAt = performance.now();
  let exitCode = exitCodes.done;
  for (const plan of plans) {
    const report = await runImport(roster, plan, progressOf(plan, process.stderr));
    if (report.isErr()) {
      if (process.stderr.isTTY) console.error(); // Ends the progress line.
      const reason = describeError(report.error, { withCause: true });
      return fail(`The import of ${plan.organizationId} stopped: ${reason}`, exitCodes.notDone);
    }
    printReport(plan, report.value);
    if (report.value.refused.length > 0) exitCode = exitCodes.notDone;
  }
  console.log(`\nTook ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`);
  return exitCode;
}
