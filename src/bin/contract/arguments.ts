import { parseArgs } from "node:util";
import type { HistoryOptions } from "workspace-roster/testing";
import type { ReportFiles } from "./write-reports.ts";

/** What the command line requests. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "list"; readonly choice: Choice }
  | ({ readonly kind: "run"; readonly harness: string; readonly choice: Choice } & RunOptions)
  | { readonly kind: "init"; readonly folder: string }
  | { readonly kind: "wrong"; readonly message: string };

export interface RunOptions extends ReportFiles {
  readonly timeoutMs: number;
  /** Whether to stop at the first failure. */
  readonly bail: boolean;
  /** Whether to run the cases on wrong stores instead. */
  readonly prove: boolean;
}

/** Which cases to run: `group` must be part of the group's name, `grep` of "group › name". */
export interface Choice extends HistoryOptions {
  readonly group: string;
  readonly grep: string;
}

export const usage = `Usage: workspace-roster-contract [options] HARNESS
       workspace-roster-contract init [FOLDER]

Runs the storage contract of workspace-roster on the stores that HARNESS opens: a module (.js, .mjs, .cjs or .ts) whose
default export, or export named "harness", is a StorageHarness of "workspace-roster/testing".

init writes a harness and a storage to complete step by step into FOLDER (roster-storage). It overwrites nothing.

  --group TEXT       only groups with this text in their name
  --grep TEXT        only cases with this text in "group › name"
  --histories N      number of random histories of each kind (100)
  --seed S           first seed: history n uses seed S + n (1)
  --bail             stop at the first case that fails
  --prove            give your store one mistake at a time and show which case fails because of it
  --json FILE        write a report as JSON too
  --junit FILE       write a report as JUnit XML too
  --list             print the cases and run none
  --timeout SECONDS  time limit of one case (60)
  --help             print this help

Five cases that do not end within their time limit end the run.

Exits with 0 if every case passed, 1 if one failed, 2 if the harness cannot be used or the usage is wrong.`;

/** Parses the command line. */
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
      bail: { type: "boolean", default: false },
      prove: { type: "boolean", default: false },
      json: { type: "string" },
      junit: { type: "string" },
      list: { type: "boolean", default: false },
      timeout: { type: "string", default: "60" },
      help: { type: "boolean", default: false },
    },
  });
  const { group, grep, list, help, bail, prove, json, junit } = values;
  const timeoutMs = Number(values.timeout) * 1_000;
  const [histories, seed] = [Number(values.histories), Number(values.seed)];
  const [harness, folder = "roster-storage"] = positionals;
  if (help) return { kind: "help" };
  if (harness === "init") {
    if (positionals.length > 2) return { kind: "wrong", message: "init takes one folder." };
    return { kind: "init", folder };
  }
  if (!isCount(histories)) return { kind: "wrong", message: "--histories must be a whole number from 0." };
  if (!isCount(seed)) return { kind: "wrong", message: "--seed must be a whole number from 0." };
  if (!(timeoutMs > 0)) return { kind: "wrong", message: "--timeout must be a number of seconds above 0." };
  const choice = { group, grep, histories, seed };
  if (list) return { kind: "list", choice };
  if (harness === undefined) return { kind: "wrong", message: "HARNESS is missing." };
  if (positionals.length > 1) return { kind: "wrong", message: `Expected one HARNESS, but got ${positionals.length}.` };
  return { kind: "run", harness, choice, timeoutMs, bail, prove, json, junit };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
