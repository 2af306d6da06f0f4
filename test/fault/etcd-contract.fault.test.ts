import { afterAll, it } from "vitest";
import { storageCases } from "workspace-roster/testing";
import { openStore } from "../../examples/etcd-storage/harness.ts";
import { describeOnEtcd } from "../support/etcd/etcd.ts";

await describeOnEtcd("the storage contract on three etcd nodes, each handle on a different node", (cluster) => {
  afterAll(() => cluster.stop());

  it.each(storageCases)("$group › $name", (each) => each.run({ open: () => Promise.resolve(openStore(cluster)) }));
});
