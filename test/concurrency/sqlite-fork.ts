import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a TypeScript file in its own Node process. Returns the JSON that it printed. */
export async function fork<Output>(script: URL, ...args: readonly string[]): Promise<Output> {
  const { stdout } = await execute(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    fileURLToPath(script),
    ...args,
  ]);
  return JSON.parse(stdout) as Output;
}
