import type { IKeyValue, KVClient } from "etcd3";
import type { CommandRecord } from "workspace-roster/storage";
import { commandsIn, under } from "./keys.ts";

/** Deletes at most `limit` command records that were stored before a time, in several transactions. */
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
    // Only if unchanged since the read: a key may have been deleted and used again for a command that is not old.
    const { succeeded } = await kv.txn({
      compare: some.map(({ key, mod_revision }) => ({ key, target: "Mod", mod_revision })),
      success: some.map(({ key }) => ({ request_delete_range: { key } })),
    });
    if (!succeeded) continue;
    deleted += some.length;
    const last = kvs.at(-1);
    if (last === undefined || deleted >= limit) return { deleted };
    from = `${last.key.toString()}\0`; // The first key after it.
  }
}
