import { changeOrganization, changeWorkspace, type Draft, workspacesOf } from "../facts/draft.ts";
import type { WorkspaceEvent } from "./workspace-events.ts";

export function evolveWorkspace(draft: Draft, event: WorkspaceEvent, at: string): void {
  const { workspaceId } = event;
  switch (event.type) {
    case "workspace.created": {
      const { name, description } = event;
      workspacesOf(draft).set(workspaceId, {
        workspaceId,
        name,
        description,
        status: "active",
        roleCounts: [],
        createdAt: at,
      });
      return countActive(draft, 1);
    }
    case "workspace.updated":
      return changeWorkspace(draft, workspaceId, () => ({ name: event.name, description: event.description }));
    case "workspace.archived":
      changeWorkspace(draft, workspaceId, () => ({ status: "archived" }));
      return countActive(draft, -1);
    case "workspace.restored":
      changeWorkspace(draft, workspaceId, () => ({ status: "active" }));
      return countActive(draft, 1);
  }
}

function countActive(draft: Draft, change: number): void {
  changeOrganization(draft, ({ activeWorkspaceCount }) => ({ activeWorkspaceCount: activeWorkspaceCount + change }));
}
