import { err, ok, type Result } from "neverthrow";
import { parseCommandLine } from "../command-line.ts";

export interface OffboardArguments {
  readonly database: string;
  readonly organizationId: string;
  /** The people to remove, or how many of the busiest. */
  readonly leaving: { readonly userIds: readonly string[] } | { readonly busiest: number };
  readonly successor: string | null;
  readonly isDryRun: boolean;
}

export const usage = `Usage: npm run offboard -- --organization ID USER... [--successor USER] [--database DATABASE] [--dry-run]
       npm run offboard -- --organization ID --busiest N [--successor USER] [--database DATABASE] [--dry-run]

Removes people from an organization and from all of its workspaces, in one command: either all of them are removed or
nobody is. First shows who can be removed, then removes them and shows the roles that they lost and the workspaces that
the successor took over.

  --organization ID    The organization.
  --busiest N          Removes the N people who have the most workspace roles. The successor stays.
  --successor USER     Becomes admin of each active workspace that would be left without one. Without a successor, one
                       such workspace is enough to refuse the command.
  --database DATABASE  The database, which must exist. Default: roster.db
                       Either an SQLite file or a PostgreSQL database: postgres://USER:PASSWORD@HOST:PORT/NAME (needs
                       the package pg)
  --dry-run            Shows who can be removed, and writes nothing.
  --help, -h           Shows this help.

Exit code: 0 if the people were removed, or can be (--dry-run); 1 if the command was refused or failed; 2 if the
arguments are invalid.`;

/** Reads the command line: the arguments, `help`, or a sentence that says what is wrong. */
export function parseArguments(args: readonly string[]): Result<OffboardArguments | "help", string> {
  const options = {
    organization: { type: "string" },
    busiest: { type: "string" },
    successor: { type: "string" },
  } as const;
  return parseCommandLine(args, options, ({ values, positionals }): Result<OffboardArguments, string> => {
    const { organization: organizationId, successor = null, database, "dry-run": isDryRun } = values;
    if (organizationId === undefined) return err("Name the --organization.");
    return leavingOf(positionals, values.busiest).map((leaving) => {
      return { database, organizationId, leaving, successor, isDryRun };
    });
  });
}

function leavingOf(
  userIds: readonly string[],
  busiest: string | undefined,
): Result<OffboardArguments["leaving"], string> {
  if (busiest === undefined) return userIds.length > 0 ? ok({ userIds }) : err("Name the users to remove.");
  if (userIds.length > 0) return err("Name the users to remove, or --busiest, not both.");
  return /^[1-9]\d{0,4}$/.test(busiest)
    ? ok({ busiest: Number(busiest) })
    : err(`--busiest takes a number from 1 to 99999, not ${JSON.stringify(busiest)}.`);
}
