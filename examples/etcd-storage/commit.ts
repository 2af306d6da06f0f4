import type { ICompare, IRequestOp, ITxnRequest, KVClient } from "etcd3";
import { err, ok, type Result } from "neverthrow";
import type { StorageError } from "workspace-roster";
import type { CommandRecord, CommitBatch, CommitOutcome, Write } from "workspace-roster/storage";
import { surelyNotApplied } from "./failures.ts";
import { at, type Keys } from "./keys.ts";

/** Sends the transaction once. Only the library sends it again, because it knows what a replay means after a lost answer. */
export async function commit(kv: KVClient, transaction: ITxnRequest): Promise<Result<CommitOutcome, StorageError>> {
  try {
    const { succeeded, responses } = await kv.txn(transaction);
    if (succeeded) return ok({ kind: "committed" });
    const stored = responses[0]?.response_range.kvs[0];
    if (stored === undefined) return ok({ kind: "conflict" });
    return ok({ kind: "replay", command: JSON.parse(stored.value.toString()) as CommandRecord });
  } catch (thrown) {
    const error = surelyNotApplied(thrown);
    return error === null ? ok({ kind: "unknown", cause: thrown }) : err(error);
  }
}

/** The batch as one transaction. etcd makes every comparison, then does all of `success` or all of `failure`. */
export function transactionFor(keys: Keys, { guard, command, writes, events }: CommitBatch): ITxnRequest {
  const commandKey = keys.command(command.key);
  // #region transaction
  return {
    compare: [
      // Each commit changes this value, so no two commits can both find it as expected.
      guard.expectedRevision === 0 ? exists(keys.revision, false) : equals(keys.revision, guard.expectedRevision),
      exists(commandKey, false),
      ...writes.map((write) => exists(keysFor(keys, write)[0], write.expected === "present")),
    ],
    success: [
      put(keys.revision, guard.expectedRevision + 1),
      put(keys.lastSequence, guard.lastSequence),
      put(keys.lastAt, guard.lastAt),
      put(commandKey, command),
      ...(events.length === 0 ? [] : [put(keys.eventsUpTo(guard.lastSequence), events)]),
      ...writes.flatMap((write) =>
        keysFor(keys, write).map((key) => (write.kind === "put" ? put(key, write.record) : remove(key))),
      ),
    ],
    // In the same moment: a stored command is a replay, even if the revision has moved.
    failure: [{ request_range: at(commandKey) }],
  };
  // #endregion
}

function keysFor(keys: Keys, write: Write): [string, ...string[]] {
  if (write.table === "organization") return [keys.organization];
  if (write.table === "workspace") return [keys.workspace(write.record.workspaceId)];
  if (write.table === "role_assignment") return keys.assignment(write.kind === "put" ? write.record : write.key);
  return [keys.member(write.kind === "put" ? write.record.userId : write.key.userId)];
}

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const put = (key: string, value: unknown): IRequestOp => ({ request_put: { ...at(key), value: bytes(value) } });
const remove = (key: string): IRequestOp => ({ request_delete_range: at(key) });
const equals = (key: string, value: number): ICompare => ({ ...at(key), target: "Value", value: bytes(value) });

/** A key that does not exist has the create revision 0. */
function exists(key: string, isExpected: boolean): ICompare {
  return { ...at(key), target: "Create", result: isExpected ? "Greater" : "Equal", create_revision: 0 };
}
