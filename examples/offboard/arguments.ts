import { parseArgs } from "node:util";
import { err, ok, type Result } from "neverthrow";

export interface OffboardArguments {
  readonly database: string;
  readonly organizationId: string;
  /** Whom to remove, or how many of the busiest. */
  readonly leaving: { readonly userIds: readonly string[] } | { readonly busiest: number };
  readonly successor: string | null;
  readonly isDryRun: boolean;
}

export const usage = `Usage: npm run offboard -- --organization ID USER... [--successor USER] [--database FILE] [--dry-run]
       npm run offboard -- --organization ID --busiest N [--successor USER] [--database FILE] [--dry-run]

Removes people from an organization, and with that from all of its workspaces, in one command: all of them or, if it is
refused, none. Shows first what the command would do, and then who lost what and where the successor took over.

  --organization ID  The organization.
  --busiest N        Removes the N people who hold most roles in its workspaces, without the successor.
  --successor USER   Becomes admin of each workspace that would have none any more. Without a successor such a
                     workspace refuses the whole command.
  --database FILE    The SQLite file; it must be there. Default: roster.db
  --dry-run          Shows only what the command would do. Nothing is written.
  --help             Shows this.

Exit code: 0 removed, or could be; 1 refused; 2 the arguments cannot be used.`;

/** Reads the command line: what to do, `help`, or an error that says what is wrong with it. */
export function parseArguments(args: readonly string[]): Result<OffboardArguments | "help", string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organization: { type: "string" },
        busiest: { type: "string" },
        successor: { type: "string" },
        database: { type: "string", default: "roster.db" },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return ok("help");
    const { organization: organizationId, successor = null, database, "dry-run": isDryRun } = values;
    if (organizationId === undefined) return err("Name the --organization.");
    return leavingOf(positionals, values.busiest).map((leaving) => {
      return { database, organizationId, leaving, successor, isDryRun };
    });
  } catch (thrown) {
    // Its first sentence; the rest is advice about arguments that begin with a dash.
    const [sentence = ""] = (thrown as Error).message.split(". ");
    return err(`${sentence}.`);
  }
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
