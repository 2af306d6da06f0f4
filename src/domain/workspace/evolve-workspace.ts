import type { WorkspaceEvent } from "./workspace-events.ts";
import type { Workspace } from "./workspace.ts";

/** The workspace after an event about it. `at` is the time of the event. */
export function evolveWorkspace(before: Workspace | undefined, event: WorkspaceEvent, at: string): Workspace {
  switch (event.type) {
    case "workspace.created": {
      const { workspaceId, name, description } = event;
      return { workspaceId, name, description, status: "active", roleCounts: [], createdAt: at };
    }
    case "workspace.updated":
      return { ...existing(before, event), name: event.name, description: event.description };
    case "workspace.archived":
      return { ...existing(before, event), status: "archived" };
    case "workspace.restored":
      return { ...existing(before, event), status: "active" };
  }
}

function existing(workspace: Workspace | undefined, { workspaceId }: WorkspaceEvent): Workspace {
  if (workspace === undefined)
    throw new Error(`An event names workspace ${JSON.stringify(workspaceId)}, which is not among the facts.`);
  return workspace;
}
