import type { WorkspaceRecord } from "../../application/ports/records.ts";
import { addTo, removeFrom } from "./grouped.ts";
import type { OrganizationState } from "./organization-state.ts";

/** Stores a workspace; while it is active it is also found by its name key. */
export function putWorkspace(state: OrganizationState, { nameKey, words, ...workspace }: WorkspaceRecord): void {
  const { workspaceId, status } = workspace;
  const before = state.workspaces.get(workspaceId);
  if (before !== undefined) removeFrom(state.activeByName, before.nameKey, workspaceId);
  if (status === "active") addTo(state.activeByName, nameKey, workspaceId);
  state.workspaces.put({ id: workspaceId, nameKey, words, workspace: Object.freeze(workspace) });
}
