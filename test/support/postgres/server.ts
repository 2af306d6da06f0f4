import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type PostgresBinaries, serverUser } from "./binaries.ts";
import { reachablePrograms } from "./programs.ts";

const run = promisify(execFile);
const patienceMs = 20_000;

export interface PostgresServerOptions {
  /** Whether what was committed survives a crash, at the price of speed, and all else is as usual too. Default false. */
  readonly isDurable?: boolean;
  /** Further settings, by name. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** A data folder that is there already, such as a copy of another server's, instead of a new one. */
  readonly data?: string;
}

/** A server on a port of the loopback address with a data folder of its own. */
export interface PostgresServer {
  readonly port: number;
  readonly data: string;
  /** The process; null while it does not run. */
  readonly pid: number | null;
  /** A connection string for the superuser. */
  url(database?: string): string;
  /** Starts it again, with its data, on the same port. */
  start(): Promise<void>;
  /** Stops it as an operator would: connections are closed, and nothing is lost. */
  shutDown(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Starts a server and waits until it accepts connections. */
export async function startPostgres(
  binaries: PostgresBinaries,
  { isDurable = false, settings = {}, data }: PostgresServerOptions = {},
): Promise<PostgresServer> {
  const user = serverUser();
  const folder = data === undefined ? await mkdtemp(join(tmpdir(), "workspace-roster-postgres-")) : join(data, "..");
  if (user !== null) await chown(folder, user.uid, user.gid);
  const programs = await reachablePrograms(binaries, user, folder);
  const directory = data ?? join(folder, "data");
  if (data === undefined) {
    await mkdir(directory, { mode: 0o700 });
    if (user !== null) await chown(directory, user.uid, user.gid);
    const flags = ["--encoding=UTF8", "--locale=C", "--auth=trust", "--username=postgres", "--no-sync"];
    await run(programs.initdb, [...flags, `--pgdata=${directory}`], { ...user, cwd: folder });
  }
  let port = await freePort();
  // Without autovacuum, the plans in a test do not depend on when it ran.
  const quick = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };
  const speed = isDurable ? {} : quick;
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...speed, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  let hasStarted = false;
  let running: ChildProcess | null = null;

  async function start(): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (!(await startOnce())) {
      // Processes of a server that was killed hold its shared memory until they notice.
      if (performance.now() > deadline)
        throw new Error("The server's former processes, or who took its port, do not end.");
      // Between the search for a port and the server's start another process may take it.
      if (!hasStarted) port = await freePort();
    }
    hasStarted = true;
  }

  async function startOnce(): Promise<boolean> {
    const child = spawn(programs.postgres, ["-D", directory, "-p", String(port), ...flags], {
      ...user,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const killWithUs = (): void => void child.kill("SIGKILL");
    process.once("exit", killWithUs);
    child.once("exit", () => {
      // When the end of an attempt is noticed, the next one may have begun.
      if (running === child) running = null;
      process.removeListener("exit", killWithUs);
    });
    running = child;
    return isReady(child);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (running === null) return;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
  }

  await start();
  return {
    port,
    data: directory,
    get pid() {
      return running?.pid ?? null;
    },
    url: (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`,
    start,
    shutDown: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    async remove() {
      await end("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** True once the server says that it takes connections; false where a former one, or another on its port, is in its way. */
function isReady({ stderr }: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let log = "";
    stderr?.setEncoding("utf8");
    stderr?.on("data", (text: string) => {
      log = (log + text).slice(-10_000);
      if (log.includes("database system is ready to accept")) resolve(true);
    });
    stderr?.once("close", () => {
      if (/pre-existing shared memory|lock file .* already exists|Address already in use/.test(log)) resolve(false);
      else reject(new Error(`The server did not start:\n${log}`));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
