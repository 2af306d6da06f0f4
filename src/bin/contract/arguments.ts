import { parseArgs } from "node:util";
import type { HistoryOptions } from "workspace-roster/testing";

/** What the program was asked to do. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "list"; readonly choice: Choice }
  | { readonly kind: "run"; readonly harness: string; readonly choice: Choice; readonly timeoutMs: number }
  | { readonly kind: "wrong"; readonly message: string };

/** Which cases are meant: each text given must be in the group, or in "group › name". */
export interface Choice extends HistoryOptions {
  readonly group: string;
  readonly grep: string;
}

export const usage = `Usage: workspace-roster-contract [options] HARNESS

Runs the storage contract of workspace-roster on the stores that HARNESS opens: a module (.js, .mjs, .cjs or .ts) whose
default export, or export named "harness", is a StorageHarness of "workspace-roster/testing".

  --group TEXT       only groups with this text in their name
  --grep TEXT        only cases with this text in "group › name"
  --histories N      how many random histories of each kind are played (100)
  --seed S           which ones: history n is that of seed S + n (1)
  --list             print the cases and run none
  --timeout SECONDS  how long one case may take (60)
  --help             print this

Exits with 0 where every case held, 1 where one failed, 2 where the harness cannot be used or the usage is wrong.`;

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
      histories: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
      list: { type: "boolean", default: false },
      timeout: { type: "string", default: "60" },
      help: { type: "boolean", default: false },
    },
  });
  const { group, grep, list, help } = values;
  const timeoutMs = Number(values.timeout) * 1_000;
  const [histories, seed] = [Number(values.histories), Number(values.seed)];
  const [harness] = positionals;
  if (help) return { kind: "help" };
  if (!isCount(histories)) return { kind: "wrong", message: "--histories must be a whole number from 0." };
  if (!isCount(seed)) return { kind: "wrong", message: "--seed must be a whole number from 0." };
  if (!(timeoutMs > 0)) return { kind: "wrong", message: "--timeout must be a number of seconds above 0." };
  const choice = { group, grep, histories, seed };
  if (list) return { kind: "list", choice };
  if (harness === undefined) return { kind: "wrong", message: "HARNESS is missing." };
  if (positionals.length > 1) return { kind: "wrong", message: `One HARNESS, not ${positionals.length}.` };
  return { kind: "run", harness, choice, timeoutMs };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
