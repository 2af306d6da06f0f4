import type { WorkspaceId } from "../values/ids.ts";

/** The events of workspaces themselves. */
export type WorkspaceEvent =
  /** A workspace was created. */
  | {
      readonly type: "workspace.created";
      readonly workspaceId: WorkspaceId;
      readonly name: string;
      readonly description: string;
    }
  /** A workspace's name or description changed. */
  | {
      readonly type: "workspace.updated";
      readonly workspaceId: WorkspaceId;
      readonly name: string;
      readonly description: string;
    }
  /** A workspace was archived. */
  | { readonly type: "workspace.archived"; readonly workspaceId: WorkspaceId }
  /** An archived workspace became active again. */
  | { readonly type: "workspace.restored"; readonly workspaceId: WorkspaceId };
