import { userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import type { World } from "../world.ts";

const nameKeys = ["", "A", "a", "a a", "aa", "\uffee", "\u{10400}"];
const ids = ["B", "b", "b!", "\uffee", "\u{10400}"];
// The ids of rows with later name keys are not later themselves: sorting by id alone shows.
const rows = nameKeys.flatMap((nameKey, index) =>
  ids.slice(0, index < 3 ? ids.length : 1).map((id) => ({ id: `${id}${nameKeys.length - index}`, nameKey })),
);
const gone = [
  { id: "b5", nameKey: "a" },
  { id: "gone", nameKey: "aa" },
];
const words = ["word"];

export const places: World = {
  threat: "it asks for every limit and place in a list with equal names and rows that are gone",
  places: [
    ...gone,
    { nameKey: "", id: "0" },
    { nameKey: "a", id: "~" },
    { nameKey: "b", id: "" },
    { nameKey: "\u{10ffff}", id: "z" },
  ],
  ask: { words, roles: ["member"], users: ["reader", "b4"].map(userId), workspaces: ["hub", "empty"].map(workspaceId) },
  most: 2,
  organizations: [
    {
      id: "acme",
      steps: [
        {
          operation: "open",
          writes: [
            ...["hub", "empty"].map((id) => insert.workspace(aWorkspace(id, { status: "archived", words }))),
            insert.member(aMember("reader", { nameKey: "\u{10ffff}", words })),
            ...rows.map(({ id, nameKey }) => insert.member(aMember(id, { nameKey, words }))),
            ...rows.map(({ id, nameKey }) => insert.workspace(aWorkspace(id, { nameKey, words }))),
            ...rows.map(({ id }) => insert.assignment(anAssignment("hub", id))),
            ...rows.map(({ id }) => insert.assignment(anAssignment(id, "reader"))),
          ],
        },
        { operation: "leave", writes: [remove.assignment("hub", "b5"), remove.assignment("b5", "reader")] },
        {
          operation: "close",
          writes: [
            remove.member("b5"),
            replace.workspace(aWorkspace("b5", { nameKey: "a", words, status: "archived" })),
          ],
        },
      ],
    },
  ],
};
