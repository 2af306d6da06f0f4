import { parseArgs } from "node:util";
import { err, ok, type Result } from "neverthrow";

export interface ImportArguments {
  readonly file: string;
  readonly database: string;
  readonly isDryRun: boolean;
  readonly ignoresCase: boolean;
}

export const usage = `Usage: npm run import -- FILE [--database DATABASE] [--dry-run] [--ignore-case]

Imports organizations from a YAML file in the form of peribolos: orgs.<id> with name, admins, members and teams, each
team with description, maintainers, members and teams inside it. An org becomes an organization. A team becomes a
workspace, named by its path (parent/child); its maintainers become admins there, its members members. Where no
maintainer is in the organization, one of the organization's admins becomes the workspace's admin.

Nothing is removed or changed that is there already. It is safe to run it twice, or again after it was killed.

  --database DATABASE  What to import into: an SQLite file, made if it is not there, or a PostgreSQL database, as
                       postgres://USER:PASSWORD@HOST:PORT/NAME (needs the package pg). Default: roster.db
  --dry-run            Shows what would happen and leaves the database as it is. The import really runs, but on a copy
                       of the file that is thrown away, or in a transaction that is rolled back, so it shows the truth
                       for what is in there now.
  --ignore-case        Takes names that differ only in upper and lower case for the same person, spelt as in the list of
                       the organization's members. Without it they are compared byte for byte.
  --help               Shows this.

Exit code: 0 imported, even if people were rejected (they are listed); 1 not imported, or not all teams; 2 the arguments
or the file cannot be used.`;

/** Reads the command line: what to do, `help`, or an error that says what is wrong with it. */
export function parseArguments(args: readonly string[]): Result<ImportArguments | "help", string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        database: { type: "string", default: "roster.db" },
        "dry-run": { type: "boolean", default: false },
        "ignore-case": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return ok("help");
    const [file, ...others] = positionals;
    if (file === undefined) return err("Name the file to import.");
    if (others.length > 0) return err(`Name one file to import, not ${positionals.length}.`);
    const { database, "dry-run": isDryRun, "ignore-case": ignoresCase } = values;
    return ok({ file, database, isDryRun, ignoresCase });
  } catch (thrown) {
    // Its first sentence; the rest is advice about arguments that begin with a dash.
    const [sentence = ""] = (thrown as Error).message.split(". ");
    return err(`${sentence}.`);
  }
}
