/**
 * A storage for workspace-roster that you write step by step. What is missing says so: `not written yet: …`. After each
 * step run its cases, here in this folder:
 *
 *   npx workspace-roster-contract ./harness.mts --group "commit: guard"
 *
 * Until step 5, cases that look at all rows still fail because of a later step, and say which. Then add `--bail`, which
 * stops at the first failure.
 *
 *   step  you write                                       --group
 *   1     commit and load: the guard                      "commit: guard"
 *   2     commit and load: records of commands            "commit: command"
 *   3     commit: the writes, and load: the rows          load, "commit: writes", "commit: expected rows", atomicity
 *   4     commit: the events, and events                  events
 *   5     the five lists                                  read
 *   6     pruneCommandRecords                             pruneCommandRecords
 *   7     what is left                                    run it without --group
 *
 * docs/storage-port.md of the package shows every question and answer; docs/how-to/write-an-adapter.md explains the port.
 */
import {
  type CommitBatch,
  type CommitOutcome,
  type EventsQuery,
  type Facts,
  libraryLimits,
  type ListQuery,
  type MembershipRow,
  type Need,
  type OrganizationId,
  type PersonRow,
  type RosterEvent,
  type RosterStorage,
  type StorageCallOptions,
  type WorkspaceRow,
} from "workspace-roster/storage";
import { Closed, committing, notWrittenYet, reading } from "./answers.mts";

export interface MyStorageOptions {
  /** Every key begins with this text, so that stores with different prefixes share nothing. */
  readonly prefix: string;
}

export function myStorage(_options: MyStorageOptions): RosterStorage & { close(): Promise<void> } {
  let isClosed = false;

  /** Step 1. The guard is three values: store them as the batch gives them, the revision plus 1, and never compute them. */
  function readGuard(_organizationId: OrganizationId): Promise<Pick<Facts, "revision" | "lastSequence" | "lastAt">> {
    // Without a first commit: revision 0, lastSequence 0, lastAt null.
    throw notWrittenYet("load, the guard");
  }

  /**
   * Steps 1 to 3. All rows are from one snapshot. If your store has none, read the guard before and after the rows, and
   * read everything again if it moved.
   */
  async function loadFacts(organizationId: OrganizationId, need: Need): Promise<Facts> {
    if (isClosed) throw new Closed();
    const guard = await readGuard(organizationId);
    refuseUnwritten(need);
    // Step 3: the organization is part of every answer. `factOf` in pages.mts makes members and workspaces of records.
    return {
      ...guard,
      organization: null,
      command: null,
      members: [],
      workspaces: [],
      assignments: [],
      grantingEvents: [],
    };
  }

  /** Steps 1 to 4: one transaction that does everything or nothing. */
  function applyBatch(_batch: CommitBatch): Promise<CommitOutcome> {
    if (isClosed) throw new Closed();
    // 1. If the command's key is stored in this organization, whatever the guard says:
    //      return { kind: "replay", command: theStoredRecord };
    // 2. If the stored revision (0 if there is none) is not `batch.guard.expectedRevision`:
    //      return { kind: "conflict" };
    // 3. If a row of `batch.writes` is not there or not absent, as its `expected` says: a conflict as well.
    // 4. Store the guard (`expectedRevision + 1`, `lastSequence`, `lastAt`), the command, each write and each event:
    //      return { kind: "committed" };
    // The comparisons and the writes are one step for all other processes. A check before the transaction is not enough.
    throw notWrittenYet("commit, the guard");
  }

  /** Step 4. The events after the sequence, in order, at most `limit`, filtered by each field of the query that is not null. */
  function readEvents(
    _organizationId: OrganizationId,
    _after: number,
    _limit: number,
    _query: EventsQuery,
  ): Promise<readonly RosterEvent[]> {
    throw notWrittenYet("events");
  }

  /** Step 6. Deletes at most `limit` records of commands of all organizations whose `at` is less than `before`. */
  function prune(_before: string, _limit: number): Promise<{ readonly deleted: number }> {
    if (isClosed) throw new Closed();
    throw notWrittenYet("pruneCommandRecords");
  }

  /** A page, and the facts of its need, from the same snapshot. The query is copied, since the caller may change it. */
  function list<Query extends ListQuery, Row>(rowsOf: (query: Query) => Promise<readonly Row[]>) {
    return (given: Query, call: StorageCallOptions) => {
      const query = structuredClone(given);
      return reading(call, async () => {
        const facts = await loadFacts(query.organizationId, query.need);
        return { facts, rows: await rowsOf(query) };
      });
    };
  }

  return {
    // Lower them if your store cannot take 10,000 users or 50,000 changes in one transaction.
    limits: libraryLimits,
    load(organizationId, given, call) {
      const need = structuredClone(given);
      return reading(call, () => loadFacts(organizationId, need));
    },
    commit(given, call) {
      const batch = structuredClone(given);
      return committing(call, async () => applyBatch(batch));
    },
    // Step 5. `pageOf` in pages.mts makes a page of all rows of an organization.
    read: {
      organizationMembers: list((_query): Promise<readonly PersonRow[]> => {
        throw notWrittenYet("read.organizationMembers: every member, with the workspace role null");
      }),
      workspaceMembers: list((_query): Promise<readonly PersonRow[]> => {
        throw notWrittenYet("read.workspaceMembers: members with a role in the workspace");
      }),
      candidates: list((_query): Promise<readonly PersonRow[]> => {
        throw notWrittenYet("read.candidates: every member, with their role in the workspace or null");
      }),
      workspaces: list((_query): Promise<readonly WorkspaceRow[]> => {
        throw notWrittenYet("read.workspaces: active workspaces, and archived ones if the query includes them");
      }),
      workspacesOf: list((_query): Promise<readonly MembershipRow[]> => {
        throw notWrittenYet("read.workspacesOf: the active workspaces of a user, with their role");
      }),
    },
    events(organizationId, after, limit, { signal, hasFired: _, ...given }) {
      const query = structuredClone(given);
      return reading({ signal }, async () => {
        const facts = await loadFacts(organizationId, query.need);
        return { facts, rows: await readEvents(organizationId, after, limit, query) };
      });
    },
    pruneCommandRecords: (before, limit, call) => reading(call, async () => prune(before, limit)),
    close() {
      // Release the connection here. Every later call returns `storage_unavailable`.
      isClosed = true;
      return Promise.resolve();
    },
  };
}

/** What `load` does not answer yet. Delete a line when you have written that part. */
const unwritten: Partial<Record<keyof Need, string>> = {
  command: "the record that is stored under this key",
  members: "the members with these ids, each once",
  anyMembers: "any members, at most this many besides `members`",
  firstAdminExcept: "the first organization admin who is none of these, and their roles where `allAssignmentsOf` looks",
  workspaces: "the workspaces with these ids, active or archived",
  workspaceNames: "active workspaces with these name keys",
  workspacesNamedLike: "active workspaces with the same name key as these workspaces",
  assignments: "the assignments of these users in these workspaces",
  allAssignmentsOf: "all assignments of these users and their workspaces, at most `maxAssignments`",
  assignmentsInSameWorkspaces: "the assignments of these users in the workspaces that `allAssignmentsOf` found",
  grantingEvents: "the events whose sequences the found assignments name",
};

function refuseUnwritten(need: Need): void {
  for (const [part, what] of Object.entries(unwritten)) {
    const asked = need[part as keyof Need];
    const isAsked = Array.isArray(asked) ? asked.length > 0 : asked !== null && asked !== false;
    if (isAsked) throw notWrittenYet(`load, need.${part}: ${what}`);
  }
}
