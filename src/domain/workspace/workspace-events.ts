import type { WorkspaceId } from "../shared/ids.ts";

export interface WorkspaceCreatedEvent {
  readonly type: "workspace.created";
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
}

export interface WorkspaceUpdatedEvent {
  readonly type: "workspace.updated";
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
}

export interface WorkspaceArchivedEvent {
  readonly type: "workspace.archived";
  readonly workspaceId: WorkspaceId;
}

export interface WorkspaceRestoredEvent {
  readonly type: "workspace.restored";
  readonly workspaceId: WorkspaceId;
}

export type WorkspaceEvent =
  WorkspaceCreatedEvent | WorkspaceUpdatedEvent | WorkspaceArchivedEvent | WorkspaceRestoredEvent;
