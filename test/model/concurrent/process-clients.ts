import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PlayedCall } from "../../../src/testing/histories/clients.ts";
import type { Task } from "./client-process.ts";

const script = fileURLToPath(new URL("./client-process.ts", import.meta.url));

/** A process that plays clients on a SQLite file. */
export interface ProcessOfClients {
  play(task: Task): Promise<readonly PlayedCall[]>;
  end(): void;
}

/** Resolves once the process is ready. */
export async function startProcess(path: string): Promise<ProcessOfClients> {
  const child = fork(script, [path], {
    // Structured clones, because JSON has no Infinity.
    serialization: "advanced",
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  await nextMessage(child);
  return {
    async play(task) {
      const answer = nextMessage(child);
      child.send(task);
      return (await answer) as readonly PlayedCall[];
    },
    end: () => void child.kill(),
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const signal = gone.signal;
  try {
    const exit = once(child, "exit", { signal }).then(() => {
      throw new Error("The process of clients ended too soon.");
    });
    const [message] = (await Promise.race([once(child, "message", { signal }), exit])) as readonly unknown[];
    exit.catch(() => undefined);
    return message;
  } finally {
    gone.abort();
  }
}
