import { type Facts, type Need, need } from "../../../src/application/ports/need.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { factsWith, valueOf } from "../../../src/testing/expectations.ts";
import {
  type Breaks,
  broken,
  brokenSecond,
  type BrokenStorage,
  changesFacts,
  roundTrip,
  withLoad,
} from "./broken-storage.ts";

const readsRowsFirst: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    const rows = await valueOf(storage.load(organizationId, needed, {}));
    await roundTrip();
    const { revision, lastSequence, lastAt } = await valueOf(storage.load(organizationId, need({}), {}));
    return { ...rows, revision, lastSequence, lastAt };
  });

/** Caches rows that it has loaded, and reads only the guard again. */
const cachesRows: Breaks = (storage) => {
  const cache = new Map<string, Facts>();
  return withLoad(storage, async (organizationId, needed) => {
    const key = JSON.stringify([organizationId, needed]);
    const fresh = await valueOf(storage.load(organizationId, needed, {}));
    const kept = cache.get(key) ?? fresh;
    cache.set(key, kept);
    const { revision, lastSequence, lastAt, command } = fresh;
    return { ...kept, revision, lastSequence, lastAt, command };
  });
};

/** Returns what the previous load saw, as a replica that lags does. */
const lags: Breaks = (storage) => {
  const before = new Map<string, Facts>();
  return withLoad(storage, async (organizationId, needed) => {
    const key = JSON.stringify([organizationId, needed]);
    const now = await valueOf(storage.load(organizationId, needed, {}));
    const answer = before.get(key) ?? factsWith({});
    before.set(key, now);
    return answer;
  });
};

/** Looks for some rows in every organization that it has seen. */
function forgetsTenant(theirs: (needed: Need, own: Facts) => Partial<Need>): Breaks {
  return (storage) => {
    const seen = new Set<OrganizationId>();
    return {
      ...withLoad(storage, async (organizationId, needed) => {
        const own = await valueOf(storage.load(organizationId, needed, {}));
        const rest = [];
        for (const other of seen) {
          if (other === organizationId) continue;
          rest.push(await valueOf(storage.load(other, need(theirs(needed, own)), {})));
        }
        return {
          ...own,
          members: [...own.members, ...rest.flatMap(({ members }) => members)],
          workspaces: [...own.workspaces, ...rest.flatMap(({ workspaces }) => workspaces)],
          assignments: [...own.assignments, ...rest.flatMap(({ assignments }) => assignments)],
        };
      }),
      commit(batch, options) {
        seen.add(batch.organizationId);
        return storage.commit(batch, options);
      },
    };
  };
}

/** Binds no more than 1,000 keys of a kind. */
const bindsThousand: Breaks = (storage) =>
  withLoad(storage, (organizationId, needed) => {
    const { members, workspaces, workspaceNames, workspacesNamedLike, allAssignmentsOf, assignments } = needed;
    const first = {
      members: members.slice(0, 1_000),
      workspaces: workspaces.slice(0, 1_000),
      workspaceNames: workspaceNames.slice(0, 1_000),
      workspacesNamedLike: workspacesNamedLike.slice(0, 1_000),
      allAssignmentsOf: allAssignmentsOf.slice(0, 1_000),
      assignments: assignments.map((each) => ({ ...each, userIds: each.userIds.slice(0, 1_000) })),
    };
    return valueOf(storage.load(organizationId, { ...needed, ...first }, {}));
  });

/** Changes the bound of the assignments. */
function bounds(change: (most: number | null) => number | null): Breaks {
  return (storage) =>
    withLoad(storage, (organizationId, needed) =>
      valueOf(storage.load(organizationId, { ...needed, maxAssignments: change(needed.maxAssignments) }, {})),
    );
}

const withAllWorkspaces: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    const facts = await valueOf(storage.load(organizationId, needed, {}));
    const all = await valueOf(storage.load(organizationId, { ...needed, maxAssignments: null }, {}));
    return { ...facts, workspaces: all.workspaces };
  });

const givesTwice: Breaks = (storage) =>
  withLoad(storage, async (organizationId, needed) => {
    const facts = await valueOf(storage.load(organizationId, needed, {}));
    if (needed.maxAssignments === null) return facts;
    const { assignments } = await valueOf(storage.load(organizationId, { ...needed, assignments: [] }, {}));
    const named = await valueOf(storage.load(organizationId, { ...needed, allAssignmentsOf: [] }, {}));
    return { ...facts, assignments: [...named.assignments, ...assignments] };
  });

export const brokenLoads: readonly BrokenStorage[] = [
  broken("reads the rows before the guard", readsRowsFirst, "race › loads no row that is older than the guard with it"),
  broken(
    "caches rows that it has loaded",
    cachesRows,
    "commit: writes › deletes a member with their assignments, and stores both again later",
  ),
  brokenSecond(
    "has a second handle that lags behind",
    lags,
    "commit: guard › shows a commit at once through every handle",
    "commit: command › stores the record of a command",
  ),
  broken(
    "ignores the organization when it looks for workspaces with the same name",
    forgetsTenant((_, { workspaces }) => ({ workspaceNames: workspaces.map(({ name }) => name) })),
    "load › returns the active workspaces that have the name of an archived one",
  ),
  broken(
    "ignores the organization when it looks for the assignments of a user",
    forgetsTenant(({ allAssignmentsOf }) => ({ allAssignmentsOf })),
    "load › returns every assignment of a user with its workspace, including archived ones",
  ),
  broken(
    "does not look for workspaces with the name of an archived one",
    (storage) =>
      withLoad(storage, (organizationId, needed) =>
        valueOf(storage.load(organizationId, { ...needed, workspacesNamedLike: [] }, {})),
      ),
    "load › returns the active workspaces that have the name of an archived one",
  ),
  broken(
    "returns every assignment of users, whatever maxAssignments is",
    bounds((most) => (most === null ? null : 1_000_000)),
    "load › returns no more than maxAssignments assignments, and only their workspaces",
    "load › returns assignments of other users only in the workspaces of the bounded assignments",
  ),
  broken(
    "returns one assignment more than maxAssignments",
    bounds((most) => (most === null ? null : most + 1)),
    "load › returns no more than maxAssignments assignments, and only their workspaces",
  ),
  broken(
    "returns one assignment less than maxAssignments",
    bounds((most) => (most === null ? null : Math.max(1, most - 1))),
    "load › returns no more than maxAssignments assignments, and only their workspaces",
    "load › returns every assignment of users who have no more than maxAssignments",
  ),
  broken(
    "returns the workspaces of all assignments, but only some of the assignments",
    withAllWorkspaces,
    "load › returns no more than maxAssignments assignments, and only their workspaces",
  ),
  broken(
    "counts named assignments toward maxAssignments",
    changesFacts((facts, { maxAssignments }) => ({
      ...facts,
      assignments: facts.assignments.slice(0, maxAssignments ?? Infinity),
    })),
    "load › returns named assignments in addition to bounded ones, each once",
  ),
  broken(
    "returns an assignment twice that is named and belongs to a user",
    givesTwice,
    "load › returns named assignments in addition to bounded ones, each once",
  ),
  broken("binds no more than 1,000 keys of a kind", bindsThousand, "load › accepts 10,000 keys of each kind"),
  broken(
    "loads no more than 1,000 members",
    changesFacts((facts) => ({ ...facts, members: facts.members.slice(0, 1_000) })),
    "large batches › applies one row more than a command may name users, with an event for each",
  ),
  broken(
    "counts named members toward anyMembers",
    changesFacts((facts, { anyMembers }) =>
      anyMembers === null ? facts : { ...facts, members: facts.members.slice(-Math.max(anyMembers, 1)) },
    ),
    "load › returns named members in addition to any members, each once",
  ),
  broken(
    "returns a row as often as it is asked for",
    changesFacts((facts, { members }) => ({
      ...facts,
      members: [
        ...facts.members,
        ...facts.members.filter((row) => members.filter((id) => id === row.userId).length > 1),
      ],
    })),
    "load › returns a row once, however often it is asked for",
  ),
  broken(
    "returns no rows with a command that is stored",
    changesFacts((facts) =>
      facts.command === null ? facts : { ...facts, members: [], workspaces: [], assignments: [] },
    ),
    "load › returns current rows with the record of a command, because a resend is authorized by them",
  ),
  broken(
    "returns no granting events",
    changesFacts((facts) => ({ ...facts, grantingEvents: [] })),
    "load › returns the granting event of each assignment as it was stored",
  ),
  broken(
    "returns an organization that does not exist",
    changesFacts((facts) => ({ ...facts, revision: Math.max(1, facts.revision) })),
    "load › returns revision 0 and no rows for an organization that does not exist",
  ),
];
