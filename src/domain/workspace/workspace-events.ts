import type { WorkspaceId } from "../shared/ids.ts";

export interface WorkspaceCreated {
  readonly type: "workspace.created";
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
}
