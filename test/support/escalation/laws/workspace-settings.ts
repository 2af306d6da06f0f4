import { administersAll, may } from "../authority.ts";
import { type Law, nameOf } from "../observation.ts";

/** Settings are changed and a workspace archived by those who manage its settings; it is restored by who administers all. */
export const workspaceSettings: Law = {
  name: "A1, A2, W3: only who may manage the settings of a workspace renames, archives and restores it",
  brokenBy({ call, before, after, settings }) {
    const { actor, workspaceId } = call.input;
    for (const [id, was] of before.workspaces) {
      const is = after.workspaces.get(id);
      if (is === undefined) continue;
      if (was.status === is.status && was.name === is.name && was.description === is.description) continue;
      if (actor === undefined || workspaceId !== id) return `${call.command} changed the workspace ${id}`;
      const isAllowed =
        was.status === "active"
          ? may("settings:manage", actor, id, before, settings)
          : is.status === "active" && administersAll(actor, before, settings);
      if (!isAllowed) return `${nameOf(actor)} changed the workspace ${id}, ${was.status}, by ${call.command}`;
    }
    return null;
  },
};
