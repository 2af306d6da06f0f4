import { parseArgs } from "node:util";

/** What the program was asked to do. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "list"; readonly filter: Filter }
  | { readonly kind: "run"; readonly harness: string; readonly filter: Filter; readonly timeoutMs: number }
  | { readonly kind: "wrong"; readonly message: string };

/** Which cases are meant: every text given must be in the group, or in "group › name". */
export interface Filter {
  readonly group: string;
  readonly grep: string;
}

export const usage = `Usage: workspace-roster-contract [options] HARNESS

Runs the storage contract of workspace-roster on the stores that HARNESS opens: a module (.js, .mjs, .cjs or .ts) whose
default export, or export named "harness", is a StorageHarness of "workspace-roster/testing".

  --group TEXT       only groups with this text in their name
  --grep TEXT        only cases with this text in "group › name"
  --list             print the cases and run none
  --timeout SECONDS  how long one case may take (60)
  --help             print this

Exits with 0 where every case held, 1 where one failed, 2 where the harness cannot be loaded or the usage is wrong.`;

/** Reads the command line. */
export function parseArguments(parameters: readonly string[]): Request {
  try {
    return requestOf(parameters);
  } catch (thrown) {
    return { kind: "wrong", message: (thrown as Error).message };
  }
}

function requestOf(parameters: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      group: { type: "string", default: "" },
      grep: { type: "string", default: "" },
      list: { type: "boolean", default: false },
      timeout: { type: "string", default: "60" },
      help: { type: "boolean", default: false },
    },
  });
  const { group, grep, list, help } = values;
  const timeoutMs = Number(values.timeout) * 1_000;
  const [harness] = positionals;
  if (help) return { kind: "help" };
  if (list) return { kind: "list", filter: { group, grep } };
  if (harness === undefined) return { kind: "wrong", message: "HARNESS is missing." };
  if (positionals.length > 1) return { kind: "wrong", message: `One HARNESS, not ${positionals.length}.` };
  if (!(timeoutMs > 0)) return { kind: "wrong", message: "--timeout must be a number of seconds above 0." };
  return { kind: "run", harness, filter: { group, grep }, timeoutMs };
}
