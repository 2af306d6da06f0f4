import type { OpenStore, StorageHarness } from "workspace-roster/testing";
import { type EtcdCluster, operations, startEtcdCluster } from "./etcd-cluster.ts";
import { etcdStorage } from "./etcd-storage.ts";

let running: Promise<EtcdCluster> | null = null;

/** For the program workspace-roster-contract: one cluster for all stores. It starts with the first and ends with the process. */
export const harness: StorageHarness = {
  async open() {
    running ??= startEtcdCluster();
    return openStore(await running);
  },
};

let opened = 0;

/** A store with a prefix of its own. Its two handles either know one node each, not the same one, or both know all nodes. */
export function openStore(cluster: EtcdCluster, nodes: "one each" | "all" = "one each"): OpenStore {
  opened += 1;
  const options = { prefix: `store-${opened}`, operations };
  const handle = (index: number) =>
    etcdStorage({ ...options, connection: cluster.connection(nodes === "all" ? undefined : (opened + index) % 3) });
  const [storage, second] = [handle(0), handle(1)];
  return {
    storage,
    second,
    closeStorage() {
      storage.close();
      return Promise.resolve();
    },
    close() {
      storage.close();
      second.close();
      return Promise.resolve();
    },
  };
}
