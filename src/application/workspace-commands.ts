import type {
  CreateWorkspaceError,
  CreateWorkspaceInput,
  CreateWorkspaceOutcome,
} from "./commands/create-workspace.ts";
import type {
  UpdateWorkspaceError,
  UpdateWorkspaceInput,
  UpdateWorkspaceOutcome,
} from "./commands/update-workspace.ts";
import type {
  ArchiveWorkspaceError,
  ArchiveWorkspaceInput,
  ArchiveWorkspaceOutcome,
} from "./commands/archive-workspace.ts";
import type {
  RestoreWorkspaceError,
  RestoreWorkspaceInput,
  RestoreWorkspaceOutcome,
} from "./commands/restore-workspace.ts";
import type { RosterCommand } from "./engine/command-receipt.ts";

/** Commands about workspaces. */
export interface WorkspaceCommands<Role extends string> {
  /**
   * Creates a workspace with its first admin and, if requested, everyone else. Needs an organization admin or a system,
   * unless the policy allows members (rule W1). Refusals: `workspace_already_exists`, `workspace_name_taken`,
   * `not_organization_member`, `workspace_limit`, `workspace_member_limit`, `too_many_members`.
   */
  readonly createWorkspace: RosterCommand<CreateWorkspaceInput, CreateWorkspaceOutcome<Role>, CreateWorkspaceError>;

  /** Changes name and description. Needs `settings:manage`. Safe to repeat. Refusal: `workspace_name_taken`. */
  readonly updateWorkspace: RosterCommand<UpdateWorkspaceInput, UpdateWorkspaceOutcome, UpdateWorkspaceError>;

  /** Archives the workspace: it then refuses every change and grants no permissions (rule W3). Needs `settings:manage`. */
  readonly archiveWorkspace: RosterCommand<ArchiveWorkspaceInput, ArchiveWorkspaceOutcome, ArchiveWorkspaceError>;

  /**
   * Makes an archived workspace active again, with its remaining members. Needs an organization admin or a system. Refusals:
   * `workspace_not_archived`, `workspace_name_taken`, `workspace_limit`, `last_workspace_admin`.
   */
  readonly restoreWorkspace: RosterCommand<RestoreWorkspaceInput, RestoreWorkspaceOutcome, RestoreWorkspaceError>;
}
