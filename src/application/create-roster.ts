import type { ResultAsync } from "neverthrow";
import type { Policy } from "../domain/values/policy.ts";
import {
  type BuiltInPermission,
  defaultWorkspaceRoles,
  defineWorkspaceRoles,
  type WorkspaceRoles,
} from "../domain/workspace/workspace-roles.ts";
import { checkedClock } from "./checked-clock.ts";
import { requireRosterOptions } from "./checked-roster-options.ts";
import { checkedPolicy } from "./checked-policy.ts";
import { describeError } from "./describe-error.ts";
import { rosterCommands } from "./all-commands.ts";
import { createCommitBell } from "./engine/commit-bell.ts";
import { observedStorage } from "./engine/observed-storage.ts";
import type { Observer } from "./ports/observer.ts";
import { changesOf } from "./queries/changes.ts";
import { createCommandRunner } from "./engine/command-runner.ts";
import { withReadableCause } from "./ports/readable-cause.ts";
import type { Clock, CreateId } from "./ports/clock.ts";
import type { RosterStorage } from "./ports/roster-storage.ts";
import { libraryLimits } from "./ports/storage-limits.ts";
import { systemTimer, type Timer } from "./ports/timer.ts";
import { pruneIdempotencyKeysOf } from "./maintenance/prune-idempotency-keys.ts";
import { runnableAccess, runnableAccessMany, runnableCan } from "./queries/access.ts";
import { candidates } from "./queries/candidates.ts";
import { runnableEvents } from "./queries/events.ts";
import { listMembers } from "./queries/list-members.ts";
import { listOrganizationMembers } from "./queries/list-organization-members.ts";
import { runnableList } from "./engine/list-runner.ts";
import { listWorkspaces } from "./queries/list-workspaces.ts";
import { workspacesOf } from "./queries/workspaces-of.ts";
import type { Roster } from "./roster.ts";
import type { Runtime } from "./engine/runtime.ts";

/** What a roster is made of. */
export interface RosterOptions<Role extends string, Permission extends string> {
  readonly storage: RosterStorage;
  readonly policy?: Partial<Policy> | undefined;
  /** From `defineWorkspaceRoles`. Default: `admin` and `member`. */
  readonly workspaceRoles?: WorkspaceRoles<Role, Permission> | undefined;
  /** The time that events carry. Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Makes operation ids and the ids of what a command creates without naming one. Default: `crypto.randomUUID`. */
  readonly createId?: CreateId | undefined;
  /**
   * How long a call may take, in milliseconds: its turn, every call of the storage, the commit, the wait of `atLeast`. A
   * store that does not answer by then is `storage_unavailable`, and a commit `outcome_unknown`. Default 10,000.
   */
  readonly deadlineMs?: number | undefined;
  /** Told of every command and every call of the storage once it has ended; never of a user. Errors in it harm nothing. */
  readonly observe?: Observer | undefined;
  /** How the library waits; for tests. */
  readonly timer?: Timer | undefined;
}

/**
 * A roster on one storage. Does no I/O; any number of rosters and processes may share the store.
 *
 * Throws a TypeError if an option is invalid or unknown, such as a negative `deadlineMs`, a policy switch that is not a
 * boolean, or a role catalogue that `defineWorkspaceRoles` refuses. An option that is undefined has its default.
 */
export function createRoster<Role extends string = "admin" | "member", Permission extends string = BuiltInPermission>(
  options: RosterOptions<Role, Permission>,
): Roster<Role, Permission | BuiltInPermission> {
  const runtime = runtimeOf(options);
  const { run, preview } = rosterCommands(createCommandRunner(runtime));

  const roster: Roster<string, string> = {
    ...readableErrors(run),
    preview: readableErrors(preview),
    ...readableErrors(queriesOf(runtime)),
    changes: changesOf(runtime, describeError),
    maintenance: readableErrors({ pruneIdempotencyKeys: pruneIdempotencyKeysOf(runtime) }),
  };
  // Roles and permissions are strings inside; the parsers admit those of this catalogue only.
  return roster as unknown as Roster<Role, Permission | BuiltInPermission>;
}

function queriesOf(runtime: Runtime) {
  return {
    listMembers: runnableList(runtime, listMembers),
    candidates: runnableList(runtime, candidates),
    listWorkspaces: runnableList(runtime, listWorkspaces),
    workspacesOf: runnableList(runtime, workspacesOf),
    listOrganizationMembers: runnableList(runtime, listOrganizationMembers),
    access: runnableAccess(runtime),
    can: runnableCan(runtime),
    accessMany: runnableAccessMany(runtime),
    events: runnableEvents(runtime),
  };
}

/** The same calls; their errors can be written as JSON, also if an adapter returned plain data with a `cause`. */
function readableErrors<Calls extends object>(calls: Calls): Calls {
  type Call = (...args: readonly never[]) => ResultAsync<unknown, object>;
  const entries = Object.entries(calls as Readonly<Record<string, Call>>);
  return Object.fromEntries(
    entries.map(([name, call]) => [name, (...args: never[]) => call(...args).mapErr(withReadableCause)]),
  ) as Calls;
}

function runtimeOf(options: RosterOptions<string, string>): Runtime {
  requireRosterOptions(options);
  const {
    storage,
    policy,
    workspaceRoles = defaultWorkspaceRoles,
    observe: observer = null,
    deadlineMs = 10_000,
  } = options;
  const { clock: hostClock = () => new Date(), createId = () => crypto.randomUUID(), timer = systemTimer } = options;
  const clock = checkedClock(hostClock);
  return {
    storage: observer === null ? storage : observedStorage(storage, observer, timer, clock),
    policy: checkedPolicy(policy),
    workspaceRoles: defineWorkspaceRoles(workspaceRoles),
    clock,
    createId,
    timer,
    deadlineMs,
    observer,
    bell: createCommitBell(),
    maxBatchSize: Math.min(libraryLimits.members, storage.limits.members),
    maxCommitSize: Math.min(libraryLimits.changes, storage.limits.changes),
  };
}
