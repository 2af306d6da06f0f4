import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import type { World } from "../world.ts";

const users = ["stays", "changes", "leaves", "returns"];
const workspaces = ["open", "renamed", "archived", "restored"];
const all = workspaces.flatMap((workspace) => users.map((user) => [workspace, user] as const));

const member = (id: string, parts: Parameters<typeof aMember>[1] = {}) =>
  aMember(id, { words: ["person", id], nameKey: `name of ${id}`, ...parts });
const workspace = (id: string, parts: Parameters<typeof aWorkspace>[1] = {}) =>
  aWorkspace(id, { words: ["room", id], nameKey: `name of ${id}`, ...parts });

/** Every value that a row had before is asked for too: none of them may find it. */
export const changedRows: World = {
  threat: "rows were changed, archived, restored, removed and added again",
  ask: {
    words: ["person", "room", "changes", "changed", "leaves", "returns", "returned", "renamed", "new", "archived"],
    names: ["name of open", "name of renamed", "new name", "name of archived", "name of restored", "name of leaves"],
    roles: ["member", "editor", "viewer"],
  },
  organizations: [
    {
      id: "acme",
      steps: [
        {
          operation: "open",
          writes: [
            ...users.map((id) => insert.member(member(id, { role: id === "stays" ? "member" : "admin" }))),
            ...workspaces.map((id) => insert.workspace(workspace(id))),
            ...all.map(([id, user]) => insert.assignment(anAssignment(id, user))),
          ],
        },
        {
          operation: "change",
          writes: [
            replace.member(member("changes", { role: "member", words: ["changed"], nameKey: "a new name" })),
            replace.workspace(workspace("renamed", { words: ["new", "room"], nameKey: "new name" })),
            ...["archived", "restored"].map((id) => replace.workspace(workspace(id, { status: "archived" }))),
            ...workspaces.map((id) => replace.assignment(anAssignment(id, "changes", { role: "editor" }))),
          ],
        },
        {
          operation: "leave",
          writes: workspaces.flatMap((id) => ["leaves", "returns"].map((user) => remove.assignment(id, user))),
        },
        {
          operation: "depart",
          writes: [
            remove.member("leaves"),
            remove.member("returns"),
            replace.workspace(workspace("restored", { words: ["restored"] })),
          ],
        },
        {
          operation: "return",
          writes: [
            insert.member(member("returns", { role: "member", words: ["returned"], nameKey: "z" })),
            insert.assignment(anAssignment("open", "returns", { role: "viewer" })),
          ],
        },
      ],
    },
  ],
};
