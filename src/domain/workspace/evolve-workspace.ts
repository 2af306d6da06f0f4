import { changeOrganization, type Draft } from "../shared/draft.ts";
import type { WorkspaceCreated } from "./workspace-events.ts";

export function evolveWorkspaceCreated(draft: Draft, event: WorkspaceCreated, at: string): void {
  const { workspaceId, name, description } = event;
  draft.workspaces.set(workspaceId, {
    workspaceId,
    name,
    description,
    status: "active",
    roleCounts: [],
    createdAt: at,
  });
  changeOrganization(draft, ({ activeWorkspaceCount }) => ({ activeWorkspaceCount: activeWorkspaceCount + 1 }));
}
