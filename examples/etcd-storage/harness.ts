import type { StorageHarness } from "workspace-roster/testing";
import { type EtcdCluster, operations } from "./etcd-cluster.ts";
import { etcdStorage } from "./etcd-storage.ts";

/** Stores in a cluster, each under a prefix of its own. The two handles know one node each, and not the same one. */
export function etcdHarness(cluster: EtcdCluster): StorageHarness {
  let opened = 0;
  return {
    open() {
      opened += 1;
      const prefix = `store-${opened}`;
      const [storage, second] = [0, 1].map((node) =>
        etcdStorage({ connection: cluster.connection((opened + node) % 3), prefix, operations }),
      );
      if (storage === undefined || second === undefined) throw new Error("Two nodes make two storages.");
      return Promise.resolve({
        storage,
        second,
        close() {
          storage.close();
          second.close();
          return Promise.resolve();
        },
      });
    },
  };
}
