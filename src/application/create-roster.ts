import type { ResultAsync } from "neverthrow";
import type { Policy } from "../domain/values/policy.ts";
import {
  type BuiltInPermission,
  defaultWorkspaceRoles,
  defineWorkspaceRoles,
  type WorkspaceRoles,
} from "../domain/workspace/workspace-roles.ts";
import { checkedClock, requireRosterOptions, checkedPolicy } from "./checked-roster-options.ts";
import { describeError } from "./describe-error.ts";
import { rosterCommands } from "./all-commands.ts";
import { createCommitBell } from "./engine/commit-bell.ts";
import { observedStorage } from "./engine/observed-storage.ts";
import type { Observer } from "./ports/observer.ts";
import { changesOf } from "./queries/changes.ts";
import { createCommandRunner } from "./engine/command-runner.ts";
import { withReadableCause } from "./ports/readable-cause.ts";
import type { RosterStorage } from "./ports/roster-storage.ts";
import { libraryLimits } from "./ports/storage-limits.ts";
import { systemTimer, type Timer } from "./ports/timer.ts";
import { pruneIdempotencyKeysOf } from "./maintenance/prune-idempotency-keys.ts";
import { runnableAccess, runnableAccessMany, runnableCan } from "./queries/access.ts";
import { candidates } from "./queries/candidates.ts";
import { runnableEvents } from "./queries/events.ts";
import { runnableGetOrganization } from "./queries/get-organization.ts";
import { runnableGetWorkspace } from "./queries/get-workspace.ts";
import { listMembers } from "./queries/list-members.ts";
import { listOrganizationMembers } from "./queries/list-organization-members.ts";
import { runnableList } from "./engine/list-runner.ts";
import { listWorkspaces } from "./queries/list-workspaces.ts";
import { workspacesOf } from "./queries/workspaces-of.ts";
import type { Roster } from "./roster.ts";
import type { Runtime } from "./engine/runtime.ts";

/** The options of `createRoster`. Only `storage` is required; an option that is undefined has its default. */
export interface RosterOptions<Role extends string, Permission extends string> {
  /** Where the roster is kept, such as `memoryStorage()`, `sqliteStorage(…)` or `postgresStorage(…)`. */
  readonly storage: RosterStorage;
  /** The host's rules for all organizations. Omitted fields have their defaults, and there are no limits by default. */
  readonly policy?: Partial<Policy> | undefined;
  /** The role catalogue, made by `defineWorkspaceRoles`. Default: `admin` and `member`. */
  readonly workspaceRoles?: WorkspaceRoles<Role, Permission> | undefined;
  /**
   * Returns the time for events: a valid Date in the years 0 to 9999. Default: the system's time. Events never go back in
   * time, even if the clock does.
   */
  readonly clock?: (() => Date) | undefined;
  /**
   * Generates operation ids, and ids for new organizations and workspaces if a command names none. Each id must be unique
   * across organizations and hosts, and valid by `identifierProblem`. Default: `crypto.randomUUID`.
   */
  readonly createId?: (() => string) | undefined;
  /**
   * How long a call may take in milliseconds, 0 or more, including its turn in the organization's queue, storage calls,
   * retries and the wait for `atLeast`. If the store does not answer by then, the error is `storage_unavailable`, or
   * `outcome_unknown` for a commit. Default 10,000.
   */
  readonly deadlineMs?: number | undefined;
  /** Receives one record per command and storage call when it ends, without user data. Its errors never affect a call. */
  readonly observe?: Observer | undefined;
  /** How the library waits and what `random` it uses for pauses. For tests. Default: the platform's timers. */
  readonly timer?: Timer | undefined;
}

/**
 * Returns a roster on a storage. It does no I/O itself; any number of rosters and processes may share one store.
 *
 * Throws a TypeError if an option is invalid or unknown, such as a negative `deadlineMs`, a policy switch that is not a
 * boolean, or a role catalogue that `defineWorkspaceRoles` refuses.
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
  // Inside, roles and permissions are strings; the parsers accept only those of this catalogue.
  return roster as unknown as Roster<Role, Permission | BuiltInPermission>;
}

function queriesOf(runtime: Runtime) {
  return {
    getOrganization: runnableGetOrganization(runtime),
    getWorkspace: runnableGetWorkspace(runtime),
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

/** The same calls with errors whose `cause` can be written as JSON, even if an adapter returned them as plain data. */
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
