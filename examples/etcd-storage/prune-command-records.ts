import type { IKeyValue, KVClient } from "etcd3";
import type { CommandRecord } from "workspace-roster/storage";
import { commandsIn, under } from "./keys.ts";

/** Deletes at most `limit` commands that were stored before a time, a transaction at a time. */
export async function pruneCommandRecords(
  kv: KVClient,
  prefix: string,
  operations: number,
  before: string,
  limit: number,
) {
  const folder = commandsIn(prefix);
  const isOld = ({ value }: IKeyValue) => (JSON.parse(value.toString()) as CommandRecord).at < before;
  let [from, deleted] = [folder, 0];
  for (;;) {
    const { kvs } = await kv.range({ ...under(folder, from), limit: operations });
    const some = kvs.filter(isOld).slice(0, limit - deleted);
    // Only as it was read: a key may be deleted and used again meanwhile, and that command is not an old one.
    const { succeeded } = await kv.txn({
      compare: some.map(({ key, mod_revision }) => ({ key, target: "Mod", mod_revision })),
      success: some.map(({ key }) => ({ request_delete_range: { key } })),
    });
    if (!succeeded) continue;
    deleted += some.length;
    const last = kvs.at(-1);
    if (last === undefined || deleted >= limit) return { deleted };
    from = `${last.key.toString()}\0`; // The first key behind it.
  }
}
