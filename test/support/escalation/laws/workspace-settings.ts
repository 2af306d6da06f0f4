import { administersAll, may } from "../authority.ts";
import { type Law, nameOf } from "../observation.ts";

export const workspaceSettings: Law = {
  name: "A1, A2, W3: a workspace is changed and archived only by those who manage its settings, and restored only by those who administer all",
  brokenBy({ call, before, after, settings }) {
    const { input } = call;
    const { actor, workspaceId } = input;
    for (const [id, was] of before.workspaces) {
      const is = after.workspaces.get(id);
      if (is === undefined) continue;
      if (was.status === is.status && was.name === is.name && was.description === is.description) continue;
      const isOrphaned = input.orphans === "archive" && is.status === "archived" && was.name === is.name;
      if (actor === undefined || (workspaceId !== id && !isOrphaned))
        return `${call.command} changed the workspace ${id}`;
      const isAllowed =
        was.status === "active"
          ? may("settings:manage", actor, id, before, settings)
          : is.status === "active" && administersAll(actor, before, settings);
      if (!isAllowed) return `${nameOf(actor)} changed the workspace ${id}, ${was.status}, by ${call.command}`;
    }
    return null;
  },
};
