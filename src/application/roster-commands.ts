import type { MemberCommands } from "./member-commands.ts";
import type { OrganizationCommands } from "./organization-commands.ts";
import type { WorkspaceCommands } from "./workspace-commands.ts";

/**
 * Every command of a roster. Each is atomic. The error type of each command lists all of its codes. Rejected items of a
 * batch are the error `members_rejected` in `atomic` mode, and part of the outcome in `partial` mode.
 */
export interface RosterCommands<Role extends string>
  extends OrganizationCommands, WorkspaceCommands<Role>, MemberCommands<Role> {}
