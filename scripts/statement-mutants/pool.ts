import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Recorded, Task, Tried } from "./worker.ts";

/** A process that tries mutants, one at a time. */
export interface Worker {
  record(cases: readonly number[]): Promise<readonly Recorded[]>;
  /** Null if it did not end in time; then the process was replaced by a new one. */
  attempt(task: Task & { readonly kind: "try" }, limitMs: number): Promise<Tried | null>;
  stop(): void;
}

/** Starts this program once more as a worker. */
export function startWorker(program: string, url: string | null): Worker {
  let child = start();

  function start(): ChildProcess {
    return fork(program, ["--worker", url ?? "sqlite"], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  }

  async function ask(task: Task): Promise<unknown> {
    const signal = new AbortController();
    const ended = once(child, "exit", { signal: signal.signal }).then(() => null);
    // Whichever loses ends with the signal, which is no failure.
    ended.catch(() => undefined);
    const answer = once(child, "message", { signal: signal.signal }).then(([message]) => message as unknown);
    answer.catch(() => undefined);
    child.send(task);
    const first = await Promise.race([answer, ended]);
    signal.abort();
    return first;
  }

  return {
    record: async (cases) => (await ask({ kind: "record", cases })) as readonly Recorded[],
    async attempt(task, limitMs) {
      const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
      const tried = (await ask(task)) as Tried | null;
      clearTimeout(timer);
      if (tried === null) child = start();
      return tried;
    },
    stop: () => void child.kill("SIGKILL"),
  };
}
