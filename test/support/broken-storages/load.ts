import { type Facts, type Need, need } from "../../../src/application/ports/need.ts";
import type { OrganizationId } from "../../../src/domain/shared/ids.ts";
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
    const { revision, lastSequence } = await valueOf(storage.load(organizationId, need({}), {}));
    return { ...rows, revision, lastSequence };
  });

/** Keeps rows that it has loaded, and looks only at the guard again. */
const cachesRows: Breaks = (storage) => {
  const cache = new Map<string, Facts>();
  return withLoad(storage, async (organizationId, needed) => {
    const key = JSON.stringify([organizationId, needed]);
    const fresh = await valueOf(storage.load(organizationId, needed, {}));
    const kept = cache.get(key) ?? fresh;
    cache.set(key, kept);
    const { revision, lastSequence, command } = fresh;
    return { ...kept, revision, lastSequence, command };
  });
};

/** Loads what was there when this handle was last asked, as a replica that lags does. */
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
    const { members, workspaces, workspaceNames, namesakesOf, assignmentsOf, assignments } = needed;
    const first = {
      members: members.slice(0, 1_000),
      workspaces: workspaces.slice(0, 1_000),
      workspaceNames: workspaceNames.slice(0, 1_000),
      namesakesOf: namesakesOf.slice(0, 1_000),
      assignmentsOf: assignmentsOf.slice(0, 1_000),
      assignments: assignments.map((each) => ({ ...each, userIds: each.userIds.slice(0, 1_000) })),
    };
    return valueOf(storage.load(organizationId, { ...needed, ...first }, {}));
  });

export const brokenLoads: readonly BrokenStorage[] = [
  broken(
    "reads the rows before the guard",
    readsRowsFirst,
    "race › loads no row that is older than the guard it gives",
  ),
  broken(
    "keeps rows that it has loaded",
    cachesRows,
    "commit: writes › deletes a member together with their assignments, and takes both back later",
  ),
  brokenSecond(
    "has a second handle that lags behind",
    lags,
    "commit: guard › shows a commit at once through every handle",
    "commit: command › keeps the record of a command",
  ),
  broken(
    "forgets the tenant when it looks for namesakes",
    forgetsTenant((_, { workspaces }) => ({ workspaceNames: workspaces.map(({ name }) => name) })),
    "load › gives the active namesakes of an archived workspace",
  ),
  broken(
    "forgets the tenant when it looks for the assignments of a user",
    forgetsTenant(({ assignmentsOf }) => ({ assignmentsOf })),
    "load › gives every assignment of a user, with the workspaces, archived ones too",
  ),
  broken(
    "forgets the namesakes of archived workspaces",
    (storage) =>
      withLoad(storage, (organizationId, needed) =>
        valueOf(storage.load(organizationId, { ...needed, namesakesOf: [] }, {})),
      ),
    "load › gives the active namesakes of an archived workspace",
  ),
  broken("binds no more than 1,000 keys of a kind", bindsThousand, "load › takes ten thousand keys of each kind"),
  broken(
    "loads no more than 1,000 members",
    changesFacts((facts) => ({ ...facts, members: facts.members.slice(0, 1_000) })),
    "large batches › applies one row more than a command may name users, with an event for each",
  ),
  broken(
    "counts the members named toward everyone",
    changesFacts((facts, { everyone }) =>
      everyone === null ? facts : { ...facts, members: facts.members.slice(-Math.max(everyone, 1)) },
    ),
    "load › gives the members named beside everyone, each once",
  ),
  broken(
    "gives a row once for each time that it is asked for",
    changesFacts((facts, { members }) => ({
      ...facts,
      members: [
        ...facts.members,
        ...facts.members.filter((row) => members.filter((id) => id === row.userId).length > 1),
      ],
    })),
    "load › gives a row once, however often it is asked for",
  ),
  broken(
    "gives no rows beside a command that is stored",
    changesFacts((facts) =>
      facts.command === null ? facts : { ...facts, members: [], workspaces: [], assignments: [] },
    ),
    "load › gives the rows of now beside the command of a key: a resend is judged by them",
  ),
  broken(
    "gives no grants",
    changesFacts((facts) => ({ ...facts, grants: [] })),
    "load › gives the event that gave each assignment, as it was stored",
  ),
  broken(
    "gives an organization that is not there",
    changesFacts((facts) => ({ ...facts, revision: Math.max(1, facts.revision) })),
    "load › gives revision 0 and nothing for an organization that does not exist",
  ),
];
