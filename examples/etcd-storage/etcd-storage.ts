import { noop } from "cockatiel";
import { Etcd3, type IOptions } from "etcd3";
import { ok } from "neverthrow";
import type { ListQuery, RosterStorage, StorageCallOptions } from "workspace-roster/storage";
import { commit, transactionFor } from "./commit.ts";
import { reading, unlessAborted } from "./failures.ts";
import { pruneCommandRecords } from "./prune-command-records.ts";
import { type Keys, keysOf } from "./keys.ts";
import * as lists from "./lists.ts";
import { loadFacts } from "./load-facts.ts";
import { type Read, snapshot } from "./snapshot.ts";

export interface EtcdStorageOptions {
  /** As for etcd3. Name all nodes: what one does not take goes to another. */
  readonly connection: IOptions;
  /** Everything is stored under this text and a slash. */
  readonly prefix?: string;
  /** The cluster's `--max-txn-ops`. */
  readonly operations?: number;
}

/** Keeps rosters in etcd 3. */
export function etcdStorage(options: EtcdStorageOptions): RosterStorage & { close(): void } {
  const { connection, prefix = "workspace-roster", operations = 128 } = options;
  const client = new Etcd3({
    defaultCallOptions: () => ({ deadline: Date.now() + 5_000 }),
    ...connection,
    // grpc-js refuses answers of more than 4 MiB unless it is told not to.
    grpcOptions: { "grpc.max_receive_message_length": -1, ...connection.grpcOptions },
    // Left alone, the client sends a transaction again that got no answer. If the first one was applied, the second finds
    // the command there, and a command that was executed once, by this very call, looks like a replay.
    faultHandling: { ...connection.faultHandling, global: noop },
  });
  const { kv } = client;

  type Asked = Pick<ListQuery, "organizationId" | "need">;
  type RowsOf<Query, Row> = (read: Read, keys: Keys, query: Query) => Promise<readonly Row[]>;

  /** Lists rows together with the facts that they are judged by, from one snapshot. The query is the caller's to change. */
  function list<Query extends Asked, Row>(rowsOf: RowsOf<Query, Row>) {
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
      // A user who leaves takes three keys along: the member, and an assignment under two. Eight are there in any case.
      members: Math.min(10_000, Math.floor((operations - 8) / 3)),
      // A role of somebody: an assignment under two keys, and its workspace. Five more are there in any case.
      changes: Math.min(50_000, Math.floor((operations - 5) / 3)),
    },
    load(organizationId, given, { signal }) {
      const need = structuredClone(given);
      return reading(signal, () => loadFacts(snapshot(kv, operations), keysOf(prefix, organizationId), need));
    },
    commit: (batch, { signal }) => {
      // All bytes are made before anything waits: the caller may change the batch as soon as it has the promise.
      const transaction = transactionFor(keysOf(prefix, batch.organizationId), batch);
      // etcd goes on with a transaction that nobody waits for.
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
    // Once: a second count would begin at 0 again, and could delete more than the limit.
    pruneCommandRecords: (before, limit, { signal }) =>
      reading(signal, () => pruneCommandRecords(kv, prefix, operations, before, limit), 1),
    close: () => client.close(),
  };
}
