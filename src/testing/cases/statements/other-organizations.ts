import type { Write } from "../../../application/ports/write.ts";
import type { RoleAssignment } from "../../../domain/role-assignment/role-assignment.ts";
import { anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded, workspaceMemberAdded } from "../../builders/new-events.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";
import { crowd, crowded, person, places, seen, users } from "./crowded-organization.ts";

const group = "rows of others";

// The new name comes first, and its word replaces a word of one person and is new to another.
const renamed = person("u2", { nameKey: "an", words: ["all", "new"], role: "admin", email: null });
// Others keep the word that this person loses.
const reworded = person("u5", { words: ["new", "own-u5"] });
const organization = anOrganization({ name: "New", memberCount: 6, adminCount: 2, activeWorkspaceCount: 3 });
const renamedLab = aWorkspace("lab", { name: "New", nameKey: "new", words: ["new"], description: "new" });
const archivedHome = aWorkspace("home", { nameKey: "place", words: ["all", "home"], status: "archived" });
const promoted = anAssignment("lab", "u2", { role: "admin", sequence: 2 });

const keyOf = ({ workspaceId, userId }: RoleAssignment): string => `${workspaceId} ${userId}`;
/** Not as in the crowd at the end. */
const gone = ["lab u2", "lab u6"];

export const otherOrganizationsCases = [
  storageCase(
    group,
    "returns the same when organizations with equal ids or equal names appear",
    async ({ storage }) => {
      const { organizationId } = await crowded(storage, "beta");
      const before = await seen(storage, organizationId);

      await crowded(storage, "alpha", "0");
      await crowded(storage, "gamma");
      await crowded(storage, "zeta", "0");

      equal(await seen(storage, organizationId), before);
    },
  ),

  storageCase(group, "leaves equal rows of other organizations alone, whatever a commit changes", async (store) => {
    const { storage } = store;
    const ids = ["alpha", "beta", "gamma"];
    const [alpha, beta, gamma] = await Promise.all(ids.map((id) => crowded(storage, id)));
    const others = [alpha, gamma].flatMap((builder) => builder?.organizationId ?? []);
    const before = await Promise.all(others.map((id) => seen(storage, id)));

    await beta?.commit({
      writes: [replace.organization(organization), replace.member(renamed), replace.assignment(promoted)],
      newEvents: [memberAdded("u2"), workspaceMemberAdded("home", "u2")],
    });
    await beta?.commit({ writes: [replace.member(reworded)] });
    await beta?.commit({ writes: [replace.workspace(renamedLab), replace.workspace(archivedHome)] });
    await beta?.commit({ writes: [remove.assignment("lab", "u6")] });
    await beta?.commit({ writes: [remove.member("u3"), ...places.map((place) => remove.assignment(place, "u3"))] });

    equal(await Promise.all(others.map((id) => seen(storage, id))), before);
  }),

  storageCase(group, "changes the rows of a commit and no others, so that lists are as if made anew", async (store) => {
    const { storage } = store;
    const [changed, anew] = [await crowded(storage, "alpha"), batchBuilder(storage, "beta")];
    await changed.commit({ writes: [replace.member(renamed), replace.assignment(promoted)] });
    await changed.commit({ writes: [replace.member(reworded)] });
    await changed.commit({ writes: [replace.workspace(renamedLab)] });
    await changed.commit({ writes: [remove.assignment("lab", "u6")] });
    await changed.commit({ writes: [remove.member("u3"), ...places.map((place) => remove.assignment(place, "u3"))] });

    const people = users
      .filter((user) => user !== "u3")
      .map((user) => [renamed, reworded].find(({ userId }) => userId === user) ?? person(user));
    await anew.commit({
      writes: [
        insert.organization(anOrganization()),
        insert.workspace(renamedLab),
        insert.workspace(aWorkspace("home", { nameKey: "place", words: ["all", "home"] })),
        insert.workspace(aWorkspace("zoo", { nameKey: "zoo", words: ["all", "zoo"] })),
      ],
    });
    const isLeft = ([write]: readonly Write[]): boolean =>
      write?.kind !== "put" || write.table !== "role_assignment" || !gone.includes(keyOf(write.record));
    await anew.commitWrites(
      crowd(people)
        .map((write) => [write])
        .filter(isLeft),
    );
    await anew.commit({ writes: [insert.assignment(promoted)] });

    equal(rowsOf(await seen(storage, changed.organizationId)), rowsOf(await seen(storage, anew.organizationId)));
  }),
];

/** What was seen without events, and without what counts the commits. */
function rowsOf(all: unknown): unknown {
  const { all: dumped, lists, workspaces, assignments } = all as Readonly<Record<string, unknown>>;
  const { people, places: spaces, inside, workspacesOf } = dumped as Readonly<Record<string, unknown>>;
  return { people, spaces, inside, workspacesOf, lists, workspaces, assignments };
}
