import { need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, withCommit, withLoad, withReader } from "./broken-storage.ts";

/** Reads the guard with `>=`: for a missing organization, that of the next one. */
const nextGuard: Breaks = (storage) => {
  const seen = new Set<OrganizationId>();
  return {
    ...withLoad(storage, async (organizationId, needed) => {
      const facts = await valueOf(storage.load(organizationId, needed, {}));
      const next = [...seen].sort().find((each) => each > organizationId);
      if (facts.revision > 0 || next === undefined) return facts;
      const { revision, lastSequence, lastAt } = await valueOf(storage.load(next, need({}), {}));
      return { ...facts, revision, lastSequence, lastAt };
    }),
    commit(batch, options) {
      if (batch.guard.expectedRevision > 0) seen.add(batch.organizationId);
      return storage.commit(batch, options);
    },
  };
};

/** Reads members with `>=`: for a missing one, the next one. */
const nextMember: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    const facts = await valueOf(storage.load(organizationId, needed, {}));
    if (needed.members.length !== 1 || facts.members.length > 0) return facts;
    const { members } = await valueOf(storage.load(organizationId, need({ anyMembers: 99 }), {}));
    const ids = members.map(({ userId }) => userId).sort();
    const next = ids.find((id) => id > (needed.members[0] ?? ""));
    return { ...facts, members: members.filter(({ userId }) => userId === next) };
  });

/** Deletes the next assignment if the named one is missing. */
const nextAssignment: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const outcome = await valueOf(storage.commit(batch, {}));
    const [write, ...others] = batch.writes;
    if (outcome.kind !== "conflict" || others.length > 0 || write?.kind !== "delete") return outcome;
    if (write.table !== "role_assignment") return outcome;
    const { members } = await valueOf(storage.load(batch.organizationId, need({ anyMembers: 99 }), {}));
    const ids = members.map(({ userId }) => userId).sort();
    const userId = ids.find((id) => id > write.key.userId) ?? write.key.userId;
    return valueOf(storage.commit({ ...batch, writes: [{ ...write, key: { ...write.key, userId } }] }, {}));
  });

/** Reads namesakes with `>=`: those with a later name too. */
const laterNames: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    const facts = await valueOf(storage.load(organizationId, needed, {}));
    if (needed.workspacesNamedLike.length === 0) return facts;
    const page = { organizationId, need: need({}), words: [], limit: 99, after: null, includeArchived: false };
    const { rows } = await valueOf(storage.read.workspaces(page, {}));
    const first = rows.find(({ workspaceId }) => workspaceId === needed.workspacesNamedLike[0]);
    const later = rows.filter(({ nameKey }) => nameKey > (first?.nameKey ?? nameKey));
    return { ...facts, workspaces: [...facts.workspaces, ...later.map(({ nameKey: _, ...each }) => each)] };
  });

/** The users whom a commit replaced or deleted, with the organization. */
interface Touched {
  readonly organizationId: OrganizationId;
  readonly userId: string;
}

/** Loses the words of a user, whom a commit changes, in some of the organizations. */
function losesWords(isLost: (touched: Touched, organizationId: OrganizationId) => boolean): Breaks {
  return (storage: RosterStorage) => {
    const touched: Touched[] = [];
    const reader = withReader(storage, "organizationMembers", async (query, read) => {
      const page = await read(query);
      if (query.words.length === 0) return page;
      const isFound = (row: object): boolean =>
        !touched.some((each) => "userId" in row && row.userId === each.userId && isLost(each, query.organizationId));
      return { ...page, rows: page.rows.filter(isFound) };
    });
    return {
      ...reader,
      commit(batch, options) {
        const { organizationId } = batch;
        for (const write of batch.writes) {
          if (write.table !== "organization_member" || write.expected === "absent") continue;
          touched.push({ organizationId, userId: write.kind === "put" ? write.record.userId : write.key.userId });
        }
        return storage.commit(batch, options);
      },
    };
  };
}

/** Returns the namesakes of a workspace in every organization. */
const namesakesOfAll: Breaks = (storage) => {
  const seen = new Set<OrganizationId>();
  return {
    ...withLoad(storage, async (organizationId, needed) => {
      const facts = await valueOf(storage.load(organizationId, needed, {}));
      const names = needed.workspaceNames;
      const found = [];
      for (const other of seen)
        found.push(...(await valueOf(storage.load(other, need({ workspaceNames: names }), {}))).workspaces);
      const all = new Map([...found, ...facts.workspaces].map((each) => [each.workspaceId, each]));
      return { ...facts, workspaces: [...all.values()] };
    }),
    commit(batch, options) {
      seen.add(batch.organizationId);
      return storage.commit(batch, options);
    },
  };
};

export const brokenNeighbors: readonly BrokenStorage[] = [
  broken(
    "returns the namesakes of a workspace in every organization",
    namesakesOfAll,
    "rows of others › returns the same when organizations with equal ids or equal names appear",
  ),
  broken(
    "returns the guard of the next organization for a missing one",
    nextGuard,
    "rows of others › returns nothing for an organization that does not exist between others",
  ),
  broken(
    "returns the next member for a missing one",
    nextMember,
    "rows of others › returns nothing for rows that do not exist between others",
  ),
  broken(
    "returns workspaces with a later name as namesakes",
    laterNames,
    "rows of others › returns workspaces of the same name, and none of a later one",
  ),
  broken(
    "deletes the next assignment instead of a missing one",
    nextAssignment,
    "rows of others › changes no other row instead of one that does not exist",
  ),
  broken(
    "loses the words of equal users in other organizations",
    losesWords((touched, organizationId) => touched.organizationId !== organizationId),
    "rows of others › leaves equal rows of other organizations alone, whatever a commit changes",
  ),
  broken(
    "loses the words of members who are replaced",
    losesWords((touched, organizationId) => touched.organizationId === organizationId),
    "rows of others › changes the rows of a commit and no others, so that lists are as if made anew",
  ),
];
