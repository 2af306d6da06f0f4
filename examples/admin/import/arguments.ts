import { err, ok, type Result } from "neverthrow";
import { parseCommandLine } from "../command-line.ts";

export interface ImportArguments {
  readonly file: string;
  readonly database: string;
  readonly isDryRun: boolean;
  readonly ignoresCase: boolean;
}

export const usage = `Usage: npm run import -- FILE [--database DATABASE] [--dry-run] [--ignore-case]

Imports organizations and their teams from a YAML file, as peribolos reads it:

  orgs:
    acme:
      name: Acme
      admins: [ada]
      members: [bo, cy]
      teams:
        web:
          description: Makes the site
          maintainers: [bo]
          members: [cy]
          teams: {}          # teams inside this team

Each team becomes a workspace, named by its path, such as web/ops. Its maintainers become admins of the workspace and its
members become members. A workspace needs an admin: if no maintainer of a team belongs to the organization, one of the
organization's admins becomes the admin.

The import adds only what is missing. It changes and removes nothing, so it is safe to run it again, even after it was
killed.

  --database DATABASE  The database to import into. Default: roster.db
                       Either an SQLite file, which is created if it does not exist, or a PostgreSQL database:
                       postgres://USER:PASSWORD@HOST:PORT/NAME (needs the package pg)
  --dry-run            Shows the result and leaves the database unchanged. The import runs on a temporary copy of the
                       SQLite file, or in a PostgreSQL transaction that is rolled back.
  --ignore-case        Treats names that differ only in upper and lower case as the same person, spelled as in the
                       organization's admins and members. By default, such names are different people.
  --help, -h           Shows this help.

Exit code: 0 if the import is complete, even if people were rejected (the report lists them); 1 if it failed or left out
a team; 2 if the arguments or the file are invalid.`;

/** Reads the command line: the arguments, `help`, or a sentence that says what is wrong. */
export function parseArguments(args: readonly string[]): Result<ImportArguments | "help", string> {
  const options = { "ignore-case": { type: "boolean", default: false } } as const;
  return parseCommandLine(args, options, ({ values, positionals }): Result<ImportArguments, string> => {
    const [file, ...others] = positionals;
    if (file === undefined) return err("Name the file to import.");
    if (others.length > 0) return err(`Name one file to import, not ${positionals.length}.`);
    const { database, "dry-run": isDryRun, "ignore-case": ignoresCase } = values;
    return ok({ file, database, isDryRun, ignoresCase });
  });
}
