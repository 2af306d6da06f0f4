// Imports organizations from a YAML file into a roster on SQLite or PostgreSQL. `npm run import -- --help` tells how.
import { createRoster, describeError } from "workspace-roster";
import { type ImportArguments, parseArguments, usage } from "./import/arguments.ts";
import { type OrganizationPlan, planImport } from "./import/import-plan.ts";
import type { ImportRoster } from "./import/importer.ts";
import { nameOf, openStore, type OpenStore } from "./import/open-store.ts";
import { readOrganizationFile } from "./import/organization-file.ts";
import { printReport } from "./import/print-report.ts";
import { runImport } from "./import/run-import.ts";
import { asWritten, sameSpelling } from "./import/same-spelling.ts";
import { progressOf } from "./import/show-progress.ts";

const done = 0;
const notAllDone = 1;
const unusable = 2;

process.exitCode = await main();

async function main(): Promise<number> {
  const given = parseArguments(process.argv.slice(2));
  if (given.isErr()) return failed(`${given.error} Try --help.`, unusable);
  if (given.value === "help") {
    console.log(usage);
    return done;
  }
  const { file, ignoresCase } = given.value;
  const content = readOrganizationFile(file);
  if (content.isErr()) return failed(`${file} cannot be imported: ${content.error}`, unusable);
  const plans = planImport(content.value, ignoresCase ? sameSpelling(content.value) : asWritten);
  if (plans.isErr()) return failed(`${file} cannot be imported: ${plans.error}`, unusable);

  return importInto(given.value, plans.value);
}

async function importInto(
  { file, database: given, isDryRun }: ImportArguments,
  plans: readonly OrganizationPlan[],
): Promise<number> {
  const database = nameOf(given);
  console.log(
    isDryRun ? `Dry run of importing ${file}: ${database} stays as it is.` : `Importing ${file} into ${database}.`,
  );
  let opened: OpenStore;
  try {
    opened = await openStore(given, isDryRun);
  } catch (thrown) {
    return failed(`${database} cannot be opened: ${(thrown as Error).message}`, notAllDone);
  }
  try {
    const { storage } = opened;
    const migrated = await storage.migrate();
    if (migrated.isErr())
      return failed(`${database} cannot be used. ${describeError(migrated.error, { withCause: true })}`, notAllDone);
    return await importAll(createRoster({ storage }), plans);
  } finally {
    await opened.close();
  }
}

async function importAll(roster: ImportRoster, plans: readonly OrganizationPlan[]): Promise<number> {
  const startedAt = performance.now();
  let exitCode = done;
  for (const plan of plans) {
    const report = await runImport(roster, plan, progressOf(plan, process.stderr));
    if (report.isErr()) {
      if (process.stderr.isTTY) console.error(); // Ends the line of the progress.
      return failed(
        `The import of ${plan.organizationId} ended: ${describeError(report.error, { withCause: true })}`,
        notAllDone,
      );
    }
    printReport(plan, report.value);
    if (report.value.refused.length > 0) exitCode = notAllDone;
  }
  console.log(`\nTook ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`);
  return exitCode;
}

function failed(message: string, exitCode: number): number {
  console.error(message);
  return exitCode;
}
