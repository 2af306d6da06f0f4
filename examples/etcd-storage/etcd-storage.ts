import { noop } from "cockatiel";
import { Etcd3, type IOptions } from "etcd3";
import { errAsync, ok } from "neverthrow";
import { libraryLimits, type ListQuery, type RosterStorage, type StorageCallOptions } from "workspace-roster/storage";
import { commit, transactionFor } from "./commit.ts";
import { reading, unlessAborted } from "./failures.ts";
import { pruneCommandRecords } from "./prune-command-records.ts";
import { type Keys, keysOf } from "./keys.ts";
import * as lists from "./lists.ts";
import { loadFacts } from "./load-facts.ts";
import { type Read, snapshot } from "./snapshot.ts";

export interface EtcdStorageOptions {
  /** Options of etcd3. Name all nodes, so that calls go to another node if one does not answer. */
  readonly connection: IOptions;
  /** Every key begins with this text and a slash. Default: `workspace-roster`. */
  readonly prefix?: string;
  /** The cluster's `--max-txn-ops`. Default: 128, as in etcd. */
  readonly operations?: number;
}

/** Keeps rosters in etcd 3. */
export function etcdStorage(options: EtcdStorageOptions): RosterStorage & { close(): void } {
  const { connection, prefix = "workspace-roster", operations = 128 } = options;
  const client = new Etcd3({
    defaultCallOptions: () => ({ deadline: Date.now() + 5_000 }),
    ...connection,
    // By default, grpc-js refuses answers of more than 4 MiB.
    grpcOptions: { "grpc.max_receive_message_length": -1, ...connection.grpcOptions },
    // By default, the client sends a transaction again if it got no answer. If the first one was applied, the second finds
    // the command stored. A command that this very call has executed would then look like a replay.
    faultHandling: { ...connection.faultHandling, global: noop },
  });
  const { kv } = client;
  let isClosed = false;

  type WithNeed = Pick<ListQuery, "organizationId" | "need">;
  type RowsOf<Query, Row> = (read: Read, keys: Keys, query: Query) => Promise<readonly Row[]>;

  /** Lists rows and the facts that authorize the caller, from one snapshot. Copies the query, because the caller may change it. */
  function list<Query extends WithNeed, Row>(rowsOf: RowsOf<Query, Row>) {
    return (given: Query, { signal }: StorageCallOptions) => {
      const query = structuredClone(given);
      return reading(signal, async () => {
        const [read, keys] = [snapshot(kv, operations), keysOf(prefix, query.organizationId)];
        return { facts: await loadFacts(read, keys, query.need), rows: await rowsOf(read, keys, query) };
      });
    };
  }

  return {
    limits: {
      // A user who leaves deletes three keys: the member, and an assignment under two keys. A commit has eight more.
      members: Math.min(libraryLimits.members, Math.floor((operations - 8) / 3)),
      // A changed role writes three keys: an assignment under two keys, and its workspace. A commit has five more.
      changes: Math.min(libraryLimits.changes, Math.floor((operations - 5) / 3)),
    },
    load(organizationId, given, { signal }) {
      const need = structuredClone(given);
      return reading(signal, () => loadFacts(snapshot(kv, operations), keysOf(prefix, organizationId), need));
    },
    commit: (batch, { signal }) => {
      // The client would reject the call with an error that looks like a lost answer.
      if (isClosed) return errAsync({ code: "storage_unavailable", cause: new Error("The storage is closed.") });
      // Serializes the whole batch before it waits, because the caller may change the batch once it has the promise.
      const transaction = transactionFor(keysOf(prefix, batch.organizationId), batch);
      // etcd goes on with the transaction even if nobody waits for it.
      const abandoned = ok({ kind: "unknown", cause: "The signal fired after the commit was sent." } as const);
      return unlessAborted(signal, abandoned, () => commit(kv, transaction));
    },
    read: {
      organizationMembers: list(lists.organizationMembers),
      workspaceMembers: list(lists.workspaceMembers),
      candidates: list(lists.candidates),
      workspaces: list(lists.workspaces),
      workspacesOf: list(lists.workspacesOf),
    },
    events: (organizationId, after, limit, { signal, ...query }) =>
      list(lists.eventsAfter(after, limit))({ ...query, organizationId }, { signal }),
    // One attempt only: a second one would count from 0 again, and could delete more than the limit. It is carried through
    // if the signal fires meanwhile, because `aborted` would say that nothing was deleted.
    pruneCommandRecords: (before, limit, { signal }) =>
      signal?.aborted === true
        ? errAsync({ code: "aborted" })
        : reading(undefined, () => pruneCommandRecords(kv, prefix, operations, before, limit), 1),
    close() {
      isClosed = true;
      client.close();
    },
  };
}
