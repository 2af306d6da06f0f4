import { describe } from "vitest";
import { type EtcdCluster, startEtcdCluster } from "../../../examples/etcd-storage/etcd-cluster.ts";

/** Describes tests on three etcd nodes. If these do not start, the tests fail in CI and are skipped elsewhere, with the reason. */
export async function describeOnEtcd(name: string, body: (cluster: EtcdCluster) => void): Promise<void> {
  try {
    const cluster = await startEtcdCluster();
    describe(name, () => body(cluster));
  } catch (thrown) {
    if (process.env["CI"] !== undefined) throw thrown;
    const { message, cause } = thrown as Error;
    describe.skip(`${name} (${cause instanceof Error ? cause.message : message})`, () => undefined);
  }
}
