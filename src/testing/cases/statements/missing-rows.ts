import { need } from "../../../application/ports/need.ts";
import { commandKey, organizationId, userId, workspaceId } from "../../builders/ids.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { remove, replace } from "../../builders/writes.ts";
import { conflicting, equal, factsWith, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";
import { crowded, person, seen, users } from "./crowded-organization.ts";

const group = "rows of others";
/** Before, between and after the ids, names and keys that exist. */
const missing = ["a", "u35", "z"];
/** These exist in other organizations only. */
const foreign = ["u20", "home0"];

/** What a need finds besides the organization itself. */
const needed = (ids: readonly string[], owners: readonly string[] = ids) => ({
  members: owners.map(userId),
  workspaces: ids.map(workspaceId),
  workspaceNames: ids,
  workspacesNamedLike: ids.map(workspaceId),
  assignments: ids.map((id) => ({ workspaceId: workspaceId(id), userIds: users.map(userId) })),
  allAssignmentsOf: owners.map(userId),
  assignmentsInSameWorkspaces: users.map(userId),
  grantingEvents: true,
});

export const missingRowsCases = [
  storageCase(group, "returns nothing for an organization that does not exist between others", async ({ storage }) => {
    await crowded(storage, "alpha");
    await crowded(storage, "gamma");

    for (const id of ["aa", "beta", "zz"]) {
      const builder = batchBuilder(storage, id);
      const absent = builder.organizationId;
      const all = { ...needed(["home", "lab"], users), command: commandKey("command-1"), anyMembers: 9 };
      equal(await loaded(storage, absent, all), factsWith({}));
      const query = listQuery(absent);
      equal((await valueOf(storage.read.organizationMembers({ ...query, role: null }, {}))).rows, []);
      equal((await valueOf(storage.read.workspaces({ ...query, includeArchived: true }, {}))).rows, []);
      equal((await valueOf(storage.events(absent, 0, 9, eventsQuery()))).rows, []);
      const batch = builder.next({ writes: [replace.organization(anOrganization())] });
      await conflicting(storage, batch);
      await conflicting(storage, { ...batch, writes: [], guard: { ...batch.guard, expectedRevision: 1 } });
    }
  }),

  storageCase(group, "returns nothing for rows that do not exist between others", async ({ storage }) => {
    const { organizationId: acme } = await crowded(storage, "acme");
    const { revision, lastSequence, lastAt, organization } = await loaded(storage, acme);

    for (const key of missing) {
      const facts = await loaded(storage, acme, need({ ...needed([key]), command: commandKey(key) }));
      equal(facts, factsWith({ revision, lastSequence, lastAt, organization }));
      const [user, place] = [userId(key), workspaceId(key)];
      const query = listQuery(acme);
      equal((await valueOf(storage.read.workspaceMembers({ ...query, workspaceId: place, role: null }, {}))).rows, []);
      equal((await valueOf(storage.read.workspacesOf({ ...query, userId: user }, {}))).rows, []);
      const candidates = await valueOf(storage.read.candidates({ ...query, workspaceId: place }, {}));
      equal([...new Set(candidates.rows.map(({ workspaceRole }) => workspaceRole))], [null]);
      for (const filter of [{ userId: user }, { workspaceId: place }, { userId: user, workspaceId: place }])
        equal((await valueOf(storage.events(acme, 0, 9, eventsQuery(filter)))).rows, []);
    }
  }),

  storageCase(group, "returns workspaces of the same name, and none of a later one", async ({ storage }) => {
    const { organizationId: acme } = await crowded(storage, "acme");

    const namesakes = async (id: string): Promise<readonly string[]> => {
      const { workspaces } = await loaded(storage, acme, { workspacesNamedLike: [workspaceId(id)] });
      // The answer may include the workspace itself.
      return workspaces.map((each) => each.workspaceId).filter((each) => each !== id);
    };

    equal(await namesakes("home"), ["lab"]);
    equal(await namesakes("lab"), ["home"]);
    equal(await namesakes("zoo"), []);
  }),

  storageCase(group, "changes no other row instead of one that does not exist", async ({ storage }) => {
    const acme = await crowded(storage, "acme");
    for (const id of ["aaa", "zzz"]) await crowded(storage, id, "0");
    const before = await seen(storage, acme.organizationId);

    for (const key of [...missing, ...foreign])
      for (const write of [
        replace.member(person(key)),
        replace.workspace(aWorkspace(key)),
        replace.assignment(anAssignment("home", key)),
        replace.assignment(anAssignment(key, "u2")),
        remove.member(key),
        remove.assignment("home", key),
        remove.assignment(key, "u2"),
      ])
        await conflicting(storage, acme.next({ writes: [write] }));

    equal(await seen(storage, organizationId("acme")), before);
  }),
];
