import { contractVersion, type StorageCase, storageContract, type StorageHarness } from "workspace-roster/testing";
import { type Choice, parseArguments, type RunOptions, usage } from "./arguments.ts";
import { init } from "./init.ts";
import { loadHarness } from "./load-harness.ts";
import { prove } from "./prove.ts";
import { createReport, type Terminal, textOf } from "./report.ts";
import { runCase, type Verdict } from "./run-case.ts";
import { writeReports } from "./write-reports.ts";

/** Runs what the command line requests, and returns the exit code. */
export async function runProgram(parameters: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const request = parseArguments(parameters);
  switch (request.kind) {
    case "help":
      terminal.out(usage);
      return 0;
    case "wrong":
      terminal.error(`${request.message}\n\n${usage}`);
      return 2;
    case "list":
      for (const each of chosen(request.choice)) terminal.out(titleOf(each));
      return 0;
    case "init":
      return init(request.folder, terminal);
    case "run": {
      const cases = chosen(request.choice);
      if (cases.length === 0) {
        terminal.error("No case matches. --list prints all cases.");
        return 2;
      }
      return runAll(request.harness, cases, request, terminal);
    }
  }
}

/** Runs one case after the other, so that a failure belongs to its case. */
async function runAll(
  path: string,
  cases: readonly StorageCase[],
  options: RunOptions,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const { timeoutMs } = options;
  const loaded = await loadHarness(path).catch((thrown: unknown) => {
    const { message = String(thrown) } = Object(thrown) as { readonly message?: string };
    terminal.error(`${path} has no harness: ${message}`);
    return null;
  });
  if (loaded === null) return 2;
  const seen = { faults: false };
  const harness: StorageHarness = {
    async open() {
      const store = await loaded.open();
      seen.faults ||= store.faults !== undefined;
      return store;
    },
  };
  const trial = await tryHarness(harness, timeoutMs);
  if (trial !== null) {
    terminal.error(`${path} cannot be used, so nothing else was run:\n${trial}`);
    return 2;
  }
  if (options.prove) return prove(harness, cases, timeoutMs, seen.faults, terminal);
  const report = createReport(terminal);
  const verdicts: Verdict[] = [];
  let ending: string | null = null;
  for (const each of cases) {
    const verdict = await runCase(each, harness, timeoutMs);
    verdicts.push(verdict);
    report.add(verdict);
    ending = endingAfter(verdicts, options);
    if (ending !== null) break;
  }
  report.end();
  if (ending !== null && verdicts.length < cases.length)
    terminal.out(`${ending} ${cases.length - verdicts.length} cases were not run.`);
  if (!seen.faults)
    terminal.out("The harness has no faults, so no case tested whether a lost answer is reported as unknown.");
  terminal.out(`Contract ${contractVersion} of workspace-roster`);
  try {
    writeReports(options, verdicts);
  } catch (thrown) {
    terminal.error(`The report cannot be written: ${(thrown as Error).message}`);
    return 2;
  }
  return verdicts.every(({ failure }) => failure === null) ? 0 : 1;
}

const maxTimeouts = 5;

/** Why the run ends before its last case, or null. */
function endingAfter(verdicts: readonly Verdict[], { bail }: RunOptions): string | null {
  if (bail && verdicts.at(-1)?.failure !== null) return "Stopped at the first failure, because of --bail.";
  const timeouts = verdicts.filter(({ isTimeout }) => isTimeout).length;
  return timeouts < maxTimeouts ? null : `Stopped, because ${timeouts} cases did not end within their time limit.`;
}

/** Why the harness cannot be used, or null. Unless it opens two stores that share nothing, no case proves anything. */
async function tryHarness(harness: StorageHarness, timeoutMs: number): Promise<string | null> {
  for (const each of storageContract({ histories: 0 }).filter(({ group }) => group === "stores")) {
    const { failure } = await runCase(each, harness, timeoutMs);
    if ((failure as Error | null)?.name === "HarnessError") return textOf(failure);
  }
  return null;
}

function chosen({ group, grep, histories, seed }: Choice): readonly StorageCase[] {
  return storageContract({ histories, seed }).filter(
    (each) => each.group.includes(group) && titleOf(each).includes(grep),
  );
}

function titleOf({ group, name }: StorageCase): string {
  return `${group} › ${name}`;
}
