import { largestBatch } from "../domain/shared/batch.ts";
import { defaultPolicy, type Policy } from "../domain/shared/policy.ts";
import {
  type BuiltInPermission,
  defaultWorkspaceRoles,
  type WorkspaceRoles,
} from "../domain/workspace/workspace-roles.ts";
import { addMembers } from "./commands/add-members.ts";
import { addOrganizationMembers } from "./commands/add-organization-members.ts";
import { createCommandRunner } from "./commands/command-runner.ts";
import { createOrganization } from "./commands/create-organization.ts";
import { createWorkspace } from "./commands/create-workspace.ts";
import type { Clock, CreateId } from "./ports/clock.ts";
import type { RosterStorage } from "./ports/roster-storage.ts";
import { systemTimer, type Timer } from "./ports/timer.ts";
import { runnableAccess, runnableCan } from "./queries/access.ts";
import { candidates } from "./queries/candidates.ts";
import { runnableEvents } from "./queries/events.ts";
import { listMembers } from "./queries/list-members.ts";
import { listOrganizationMembers } from "./queries/list-organization-members.ts";
import { runnableList } from "./queries/list-runner.ts";
import { listWorkspaces } from "./queries/list-workspaces.ts";
import { workspacesOf } from "./queries/workspaces-of.ts";
import type { Roster } from "./roster.ts";
import type { Runtime } from "./runtime.ts";

export interface RosterOptions<Role extends string, Permission extends string> {
  readonly storage: RosterStorage;
  readonly policy?: Partial<Policy> | undefined;
  /** From `defineWorkspaceRoles`. Default: `admin` and `member`. */
  readonly workspaceRoles?: WorkspaceRoles<Role, Permission> | undefined;
  /** The time that events carry. Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Makes operation ids and the ids of what a command creates without naming one. Default: `crypto.randomUUID`. */
  readonly createId?: CreateId | undefined;
  /** How long a command tries to get its turn and its commit, and `atLeast` waits, in milliseconds. Default 10,000. */
  readonly deadlineMs?: number | undefined;
  /** How the library waits; for tests. */
  readonly timer?: Timer | undefined;
}

/** A roster on one storage. Does no I/O; any number of rosters and processes may share the store. */
export function createRoster<Role extends string = "admin" | "member", Permission extends string = BuiltInPermission>(
  options: RosterOptions<Role, Permission>,
): Roster<Role, Permission | BuiltInPermission> {
  const runtime: Runtime = {
    storage: options.storage,
    policy: { ...defaultPolicy, ...options.policy },
    workspaceRoles: options.workspaceRoles ?? defaultWorkspaceRoles,
    clock: options.clock ?? (() => new Date()),
    createId: options.createId ?? (() => crypto.randomUUID()),
    timer: options.timer ?? systemTimer,
    deadlineMs: options.deadlineMs ?? 10_000,
    largestBatch: Math.min(largestBatch, options.storage.limits.members),
  };
  const runnable = createCommandRunner(runtime);
  const membersAddition = runnable(addMembers);

  const roster: Roster<string, string> = {
    createOrganization: runnable(createOrganization).run,
    addOrganizationMembers: runnable(addOrganizationMembers).run,
    createWorkspace: runnable(createWorkspace).run,
    addMembers: membersAddition.run,
    preview: { addMembers: membersAddition.preview },
    listMembers: runnableList(runtime, listMembers),
    candidates: runnableList(runtime, candidates),
    listWorkspaces: runnableList(runtime, listWorkspaces),
    workspacesOf: runnableList(runtime, workspacesOf),
    listOrganizationMembers: runnableList(runtime, listOrganizationMembers),
    access: runnableAccess(runtime),
    can: runnableCan(runtime),
    events: runnableEvents(runtime),
  };
  // Roles and permissions are strings inside; the parsers admit those of this catalogue only.
  return roster as unknown as Roster<Role, Permission | BuiltInPermission>;
}
