import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { WritingStep, WritingTask } from "../../fault/sqlite-writer.ts";

const script = fileURLToPath(new URL("../../fault/sqlite-writer.ts", import.meta.url));

/** A process that is ready to write, and to be killed. */
export interface WriterProcess {
  /** Begins to write. The listener gets each step as it happens. */
  begin(task: WritingTask, listener: (step: WritingStep) => void): void;
  /** Sends SIGKILL. */
  kill(): void;
  /** Settles when the process has ended and all of its reports have arrived. */
  readonly gone: Promise<{ readonly signal: NodeJS.Signals | null; readonly stderr: string }>;
}

/** Starts the process; it loads what it needs and waits. Compiled modules are kept in a folder, since each start costs. */
export function startWriter(compileCache: string): WriterProcess {
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script], {
    stdio: ["pipe", "ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  let listen = (_: WritingStep): void => undefined;
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on("line", (line) => {
    const step = stepOf(line);
    if (step !== null) listen(step);
  });
  const allHeard = new Promise((resolve) => lines.once("close", resolve));
  const gone = new Promise<{ signal: NodeJS.Signals | null; stderr: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (_code, signal) => void allHeard.then(() => resolve({ signal, stderr })));
  });
  return {
    gone,
    begin(task, listener) {
      listen = listener;
      child.stdin?.write(JSON.stringify(task));
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Null for a line that the kill cut off. */
function stepOf(line: string): WritingStep | null {
  try {
    return JSON.parse(line) as WritingStep;
  } catch {
    return null;
  }
}
