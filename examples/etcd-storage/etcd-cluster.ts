import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { noop } from "cockatiel";
import { Etcd3, type IOptions } from "etcd3";

/** Three etcd servers on this machine, for tests. Their data are not meant to last. */
export interface EtcdCluster {
  /** How to reach one node, or all of them. */
  connection(node?: number): IOptions;
  /** The index of the current leader. Waits for an election to end. */
  leader(): Promise<number>;
  /** Ends a node with SIGKILL. Its data stay. */
  kill(node: number): Promise<void>;
  /** Starts a killed node again with its data, and waits until it accepts calls. */
  restart(node: number): Promise<void>;
  stop(): Promise<void>;
}

interface Node {
  readonly name: string;
  readonly client: string;
  readonly peer: string;
  readonly probe: Etcd3;
}

/** The operations that a node allows in one transaction. etcd's default, 128, is enough for about forty members. */
export const operations = 1_024;

const startTimeoutMs = 30_000;

export async function startEtcdCluster(): Promise<EtcdCluster> {
  const directory = await mkdtemp(join(tmpdir(), "workspace-roster-etcd-"));
  const ports = await freePorts(6);
  const nodes = [0, 1, 2].map((index): Node => {
    const client = `http://127.0.0.1:${ports[index] ?? 0}`;
    const probe = new Etcd3({
      ...optionsFor([client]),
      faultHandling: { global: noop, host: () => noop },
      defaultCallOptions: () => ({ deadline: Date.now() + 2_000 }),
    });
    return { name: `node-${index}`, client, peer: `http://127.0.0.1:${ports[index + 3] ?? 0}`, probe };
  });
  const processes = new Map<Node, ChildProcess>();

  function start(node: Node): void {
    const log = openSync(join(directory, `${node.name}.log`), "a");
    const child = spawn(
      "etcd",
      [
        ...["--name", node.name, "--data-dir", join(directory, node.name)],
        ...["--listen-client-urls", node.client, "--advertise-client-urls", node.client],
        ...["--listen-peer-urls", node.peer, "--initial-advertise-peer-urls", node.peer],
        ...["--initial-cluster", nodes.map(({ name, peer }) => `${name}=${peer}`).join(",")],
        ...["--initial-cluster-state", "new", "--initial-cluster-token", directory],
        ...["--max-txn-ops", String(operations), "--logger", "zap"],
      ],
      { stdio: ["ignore", log, log] },
    );
    child.once("error", () => undefined); // No such program: `ready` tells.
    processes.set(node, child);
  }

  async function kill(node: Node): Promise<void> {
    const child = processes.get(node);
    processes.delete(node);
    if (child?.pid === undefined) return;
    const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
    child.kill("SIGKILL");
    await gone;
  }

  /** A node answers a linearizable read only if it knows a leader. */
  async function ready(node: Node): Promise<void> {
    await untilIt(`${node.name} answers`, async () => {
      const child = processes.get(node);
      if (child?.pid === undefined) throw new Error("There is no program named etcd. Debian has it as etcd-server.");
      if (child.exitCode !== null) throw new Error(await readFile(join(directory, `${node.name}.log`), "utf8"));
      await node.probe.get("ready");
      return true;
    });
  }

  async function stop(): Promise<void> {
    process.off("exit", end);
    for (const node of nodes) {
      node.probe.close();
      await kill(node);
    }
    end();
  }

  /** Servers would go on after the process that started them. */
  function end(): void {
    for (const child of processes.values()) child.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  }
  process.once("exit", end);

  try {
    nodes.forEach(start);
    await Promise.all(nodes.map(ready));
  } catch (thrown) {
    await stop();
    throw thrown;
  }

  const nodeAt = (index: number): Node => {
    const node = nodes[index];
    if (node === undefined) throw new RangeError(`There is no node ${index}.`);
    return node;
  };
  return {
    connection: (index) => optionsFor(index === undefined ? nodes.map(({ client }) => client) : [nodeAt(index).client]),
    async leader() {
      let leader = -1;
      await untilIt("a node leads", async () => {
        const statuses = await Promise.allSettled(nodes.map(({ probe }) => probe.maintenance.status()));
        leader = statuses.findIndex(
          (each) => each.status === "fulfilled" && each.value.leader === each.value.header.member_id,
        );
        return leader !== -1;
      });
      return leader;
    },
    kill: (index) => kill(nodeAt(index)),
    async restart(index) {
      start(nodeAt(index));
      await ready(nodeAt(index));
    },
    stop,
  };
}

function optionsFor(hosts: string[]): IOptions {
  // Do not use the environment's proxy for servers on this machine.
  return { hosts, grpcOptions: { "grpc.enable_http_proxy": 0 } };
}

async function untilIt(happens: string, check: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + startTimeoutMs;
  let cause: unknown;
  while (performance.now() < end) {
    try {
      if (await check()) return;
    } catch (thrown) {
      cause = thrown;
    }
    await wait(50);
  }
  throw new Error(`Waited ${startTimeoutMs} ms until ${happens}.`, { cause });
}

/** Free ports. All are opened before the first is closed, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" ? (address?.port ?? 0) : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
