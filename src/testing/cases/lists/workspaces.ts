import { workspaceRowOf } from "../../builders/expected-rows.ts";
import { userId } from "../../builders/ids.ts";
import { anAssignment } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, valueOf } from "../../expectations.ts";
import { lab, shop, tomb, fill } from "./three-people.ts";
import { storageCase } from "../../storage-case.ts";

export const workspacesCases = [
  storageCase("read: workspaces", "returns active workspaces, and archived ones if asked for", async (store) => {
    const { acme, query } = await fill(store);
    const rowsOf = async (includeArchived: boolean) =>
      (await valueOf(store.storage.read.workspaces({ ...query, includeArchived }, {}))).rows;

    equal(await rowsOf(false), [lab, shop].map(workspaceRowOf));
    equal(await rowsOf(true), [lab, shop, tomb].map(workspaceRowOf));

    const [restored, closed] = [
      { ...tomb, status: "active" as const },
      { ...lab, status: "archived" as const },
    ];
    await acme.commit({ writes: [replace.workspace(restored), replace.workspace(closed)] });
    equal(await rowsOf(false), [shop, restored].map(workspaceRowOf));
    equal(await rowsOf(true), [closed, shop, restored].map(workspaceRowOf));
  }),

  storageCase("read: workspacesOf", "returns the active workspaces of a user with their role", async (store) => {
    const { acme, query } = await fill(store);
    const rowsOf = async (id: string) =>
      (await valueOf(store.storage.read.workspacesOf({ ...query, userId: userId(id) }, {}))).rows;

    equal(await rowsOf("bo"), [
      { ...workspaceRowOf(lab), role: "admin" },
      { ...workspaceRowOf(shop), role: "viewer" },
    ]);
    equal(await rowsOf("ada"), [{ ...workspaceRowOf(lab), role: "member" }]);
    equal([await rowsOf("cy"), await rowsOf("nobody"), await rowsOf("lab")], [[], [], []]);

    await acme.commit({
      writes: [replace.workspace({ ...tomb, status: "active" }), replace.workspace({ ...lab, status: "archived" })],
    });
    equal(await rowsOf("bo"), [
      { ...workspaceRowOf(shop), role: "viewer" },
      { ...workspaceRowOf({ ...tomb, status: "active" }), role: "admin" },
    ]);
    equal(await rowsOf("ada"), []);
  }),

  storageCase("read: workspacesOf", "reflects changed, removed and new assignments", async (store) => {
    const { acme, query } = await fill(store);

    await acme.commit({
      writes: [
        remove.assignment("lab", "bo"),
        replace.assignment(anAssignment("shop", "bo", { role: "admin" })),
        insert.assignment(anAssignment("shop", "ada")),
      ],
    });

    const rowsOf = async (id: string) =>
      (await valueOf(store.storage.read.workspacesOf({ ...query, userId: userId(id) }, {}))).rows.map((row) => [
        String(row.workspaceId),
        row.role,
      ]);
    equal(await rowsOf("bo"), [["shop", "admin"]]);
    equal(await rowsOf("ada"), [
      ["lab", "member"],
      ["shop", "member"],
    ]);
  }),
];
