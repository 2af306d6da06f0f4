import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a run of an example ended. */
export interface EndedProcess {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ExampleProcess {
  readonly child: ChildProcess;
  /** Settles when it prints its first line, just before it opens its database, or when it ends without one. */
  readonly begun: Promise<void>;
  readonly ended: Promise<EndedProcess>;
}

const hooks = new URL("./import-from-source.ts", import.meta.url).href;

/** Starts what `npm run import` starts, on the source of this package. */
export function startImporter(args: readonly string[]): ExampleProcess {
  return startExample("import", args);
}

/** Runs an import to its end. */
export function runImporter(...args: readonly string[]): Promise<EndedProcess> {
  return startImporter(args).ended;
}

/** Runs what `npm run offboard` runs, to its end. */
export function runOffboarder(...args: readonly string[]): Promise<EndedProcess> {
  return startExample("offboard", args).ended;
}

function startExample(command: "import" | "offboard", args: readonly string[]): ExampleProcess {
  const program = fileURLToPath(new URL("../../../examples/admin/admin.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", hooks, program, command, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      resolve();
    });
    child.once("close", () => resolve());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<EndedProcess>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
  return { child, begun, ended };
}
