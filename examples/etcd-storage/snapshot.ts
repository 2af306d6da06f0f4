import type { IRangeRequest, KVClient } from "etcd3";
import type * as port from "workspace-roster/storage";

/** What is stored, as JSON, under each kind of key. */
interface Values {
  readonly revision: number;
  readonly lastSequence: number;
  readonly lastAt: string | null;
  readonly organization: port.Organization;
  readonly command: port.CommandRecord;
  readonly member: port.OrganizationMemberRecord;
  readonly candidate: port.OrganizationMemberRecord;
  readonly workspace: port.WorkspaceRecord;
  readonly assignment: port.RoleAssignment;
  readonly ofUsers: port.RoleAssignment;
  readonly ofOthers: port.RoleAssignment;
  readonly events: readonly port.RosterEvent[];
}

/** Reads ranges of keys of several kinds. All calls read the same revision of the store. */
export type Read = <Kind extends keyof Values>(
  wanted: Readonly<Record<Kind, readonly IRangeRequest[]>>,
) => Promise<{ readonly [Each in Kind]: readonly Values[Each][] }>;

/**
 * The first read is linearizable, as reads of etcd are by default: it sees every commit that was acknowledged before, by
 * any node. Its answer has the revision that it read, and all further reads are of that revision.
 */
export function snapshot(kv: KVClient, operations: number): Read {
  let revision = "0"; // 0 means the newest.

  return async (wanted) => {
    const ranges = Object.values<readonly IRangeRequest[]>(wanted).flat();
    const texts: string[][] = [];
    // The limit of operations also holds for a transaction that only reads.
    // #region snapshot
    for (let start = 0; start < ranges.length; start += operations) {
      const part = ranges.slice(start, start + operations);
      const answer = await kv.txn({ success: part.map((range) => ({ request_range: { ...range, revision } })) });
      if (revision === "0") revision = answer.header.revision;
      texts.push(...answer.responses.map(({ response_range: { kvs } }) => kvs.map(({ value }) => value.toString())));
    }
    // #endregion
    const found = Object.entries<readonly IRangeRequest[]>(wanted).map(([kind, { length }]) => {
      // A row contains its ids, so equal texts are one row that two ranges have found. The port wants each row once.
      const distinct = new Set(texts.splice(0, length).flat());
      return [kind, [...distinct].map((text): unknown => JSON.parse(text))];
    });
    return Object.fromEntries(found) as Awaited<ReturnType<Read>>;
  };
}
