import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import type { World } from "../world.ts";

/** More than a page of the core, and more than the 1,000 rows at which many engines and drivers stop. */
const size = 1_500;
const crowd = Array.from({ length: size }, (_, index) => String(index).padStart(4, "0"));
const last = ["x", "y", "z"];

/** Rows that match one filter, before those that match all: a store that stops early, or filters afterwards, misses these. */
export const crowded: World = {
  threat: `the rows come after ${size.toLocaleString("en")} others that match fewer filters`,
  ask: {
    users: ["busy", "x"].map(userId),
    workspaces: ["hub", "x"].map(workspaceId),
    roles: ["editor", "viewer"],
    words: ["many", "rare"],
    names: ["x", "y"],
    operations: ["late", "crowd"].map(operationId),
  },
  organizations: [
    {
      id: "acme",
      steps: [
        {
          operation: "crowd",
          writes: [
            insert.member(aMember("busy", { words: ["many"] })),
            insert.workspace(aWorkspace("hub", { words: ["many"] })),
            ...crowd.map((id) => insert.member(aMember(id, { words: ["many"] }))),
            ...crowd.map((id, index) =>
              insert.workspace(aWorkspace(id, { words: ["many"], status: index % 10 === 0 ? "archived" : "active" })),
            ),
            ...crowd.map((id) => insert.assignment(anAssignment("hub", id, { role: "viewer" }))),
            ...crowd.map((id) => insert.assignment(anAssignment(id, "busy", { role: "viewer" }))),
          ],
        },
        {
          operation: "late",
          writes: last.flatMap((id) => [
            insert.member(aMember(id, { role: "admin", words: ["many", "rare"] })),
            insert.workspace(aWorkspace(id, { words: ["many", "rare"] })),
            insert.assignment(anAssignment("hub", id, { role: "editor" })),
            insert.assignment(anAssignment(id, "busy", { role: "editor" })),
            insert.assignment(anAssignment(id, "x", { role: "editor" })),
          ]),
        },
      ],
    },
  ],
};
