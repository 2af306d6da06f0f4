import { setTimeout as wait } from "node:timers/promises";
import type { EtcdCluster } from "../../../examples/etcd-storage/etcd-cluster.ts";

export interface LeaderKiller {
  readonly kills: () => number;
  /** Waits until all nodes run again. */
  stop(): Promise<void>;
}

/** Kills the leader and starts it again, over and over, at random moments. */
export function startKillingLeaders(cluster: EtcdCluster): LeaderKiller {
  const stopped = new AbortController();
  let kills = 0;

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      // Long enough for an election and a commit: a cluster that never has a leader keeps every promise by doing nothing.
      await wait(4_000 + Math.random() * 2_000);
      const leader = await cluster.leader();
      await cluster.kill(leader);
      kills += 1;
      // Sometimes it is back before the others notice, sometimes long after.
      await wait(Math.random() * 3_000);
      await cluster.restart(leader);
    }
  }
  const running = run();
  return {
    kills: () => kills,
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
