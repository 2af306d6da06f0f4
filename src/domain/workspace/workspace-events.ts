import type { WorkspaceId } from "../values/ids.ts";

/** A workspace was created. */
export interface WorkspaceCreatedEvent {
  readonly type: "workspace.created";
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
}

/** A workspace's name or description changed. */
export interface WorkspaceUpdatedEvent {
  readonly type: "workspace.updated";
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
}

/** A workspace was archived. */
export interface WorkspaceArchivedEvent {
  readonly type: "workspace.archived";
  readonly workspaceId: WorkspaceId;
}

/** An archived workspace became active again. */
export interface WorkspaceRestoredEvent {
  readonly type: "workspace.restored";
  readonly workspaceId: WorkspaceId;
}

/** The events of workspaces themselves. */
export type WorkspaceEvent =
  WorkspaceCreatedEvent | WorkspaceUpdatedEvent | WorkspaceArchivedEvent | WorkspaceRestoredEvent;
