import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { storageCase } from "../../storage-case.ts";
import { noRows } from "../../questions/rows.ts";
import { questions } from "./questions.ts";
import { checkThrough, first, watchedStore } from "./watched-store.ts";

const group = "staleness";
const places = ["lab", "hub", "old"];

/** Rows of which no field, apart from the key, is that of the first ones. */
const other = {
  organization: anOrganization({
    name: "New",
    memberCount: 9,
    adminCount: 8,
    activeWorkspaceCount: 7,
    createdAt: "2031-07-08T09:10:11.012Z",
  }),
  member: aMember("ada", { role: "admin", displayName: "New", email: null, nameKey: "new", words: ["new"] }),
  workspace: aWorkspace("lab", {
    name: "New",
    description: "New.",
    status: "archived",
    roleCounts: [["admin", 5]],
    createdAt: "2031-07-08T09:10:11.012Z",
    nameKey: "new",
    words: ["new"],
  }),
  assignment: anAssignment("lab", "ada", { role: "admin", sequence: 7 }),
};

export const changedRowsCases = [
  storageCase(group, "shows rows that are removed and stored again with other values", async (store) => {
    const watched = await watchedStore(store);
    await watched.change({ writes: [remove.assignment("lab", "ada")] });
    await watched.change({ writes: [insert.assignment(other.assignment)] });
    await watched.change({ writes: [remove.member("ada"), ...places.map((place) => remove.assignment(place, "ada"))] });

    await watched.change({ writes: [insert.member(other.member)] });

    await watched.change({ writes: [insert.assignment(other.assignment)] });
    await watched.change({ writes: [remove.member("ada"), remove.assignment("lab", "ada")] });
    await watched.change({ writes: [insert.member(first.member), insert.assignment(first.assignment)] });
  }),

  storageCase(group, "shows rows that were not there when they were first asked for", async (store) => {
    await checkThrough(store, questions, noRows, "nothing");
    const watched = await watchedStore(store);
    const dot = { ...first.member, userId: aMember("dot").userId };
    await watched.change({
      writes: [insert.workspace({ ...first.workspace, workspaceId: aWorkspace("den").workspaceId })],
    });
    await watched.change({ writes: [remove.assignment("lab", "ada"), insert.assignment(anAssignment("den", "ada"))] });

    await watched.write(
      [remove.member("ada"), ...["den", "hub", "old"].map((place) => remove.assignment(place, "ada"))],
      [insert.member(dot), ...["den", "hub", "old"].map((place) => insert.assignment(anAssignment(place, "dot")))],
    );

    await watched.change({ writes: [remove.assignment("den", "dot"), insert.assignment(anAssignment("lab", "dot"))] });
    await watched.write(
      [remove.member("dot"), ...["lab", "hub", "old"].map((place) => remove.assignment(place, "dot"))],
      [insert.member(first.member), insert.assignment(first.assignment)],
    );
  }),

  storageCase(group, "shows rows that exchange their values", async (store) => {
    const watched = await watchedStore(store);
    const hub = aWorkspace("hub", { nameKey: "c-hub" });
    const bo = aMember("bo", { role: "admin", nameKey: "c-bo" });
    await watched.change({
      writes: [
        replace.workspace({ ...first.workspace, workspaceId: hub.workspaceId }),
        replace.workspace({ ...hub, workspaceId: first.workspace.workspaceId }),
      ],
    });
    await watched.write(
      [replace.member({ ...first.member, userId: bo.userId })],
      [replace.member({ ...bo, userId: first.member.userId })],
    );
    await watched.write(
      [replace.assignment(anAssignment("lab", "bo", { sequence: 2 }))],
      [replace.assignment(anAssignment("lab", "ada", { role: "admin" }))],
    );

    // The archived workspace with the name key of lab takes the place of lab.
    await watched.change({ writes: [replace.workspace(first.workspace), replace.workspace(hub)] });
    await watched.change({
      writes: [
        replace.workspace({ ...first.workspace, nameKey: "new", words: ["new"] }),
        replace.workspace(aWorkspace("old", { nameKey: "new", status: "archived" })),
      ],
    });
  }),

  storageCase(group, "shows every field of every row if one commit changes them all", async (store) => {
    const watched = await watchedStore(store);
    for (const { organization, member, workspace, assignment } of [other, first, other]) {
      await watched.change({
        writes: [
          replace.organization(organization),
          replace.member(member),
          replace.workspace(workspace),
          replace.assignment(assignment),
        ],
      });
    }
  }),
];
