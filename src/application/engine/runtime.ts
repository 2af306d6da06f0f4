import type { DecisionContext } from "../../domain/facts/decision.ts";
import type { Policy } from "../../domain/values/policy.ts";
import { identifierProblem } from "../../domain/values/identifier.ts";
import type { OperationId } from "../../domain/values/ids.ts";
import { quote } from "../../domain/values/quote.ts";
import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import type { Clock, Timer } from "../ports/timer.ts";
import type { CommitBell } from "./commit-bell.ts";
import type { Observer } from "../ports/observer.ts";
import type { RosterStorage } from "../ports/roster-storage.ts";

/** Everything that commands and queries run on. `createRoster` makes it once. */
export interface Runtime {
  readonly storage: RosterStorage;
  readonly policy: Policy;
  readonly workspaceRoles: WorkspaceRoles;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly timer: Timer;
  readonly deadlineMs: number;
  readonly observer: Observer | null;
  readonly bell: CommitBell;
  /** The most users that one command takes: 10,000, or fewer if the storage has a lower limit. */
  readonly maxBatchSize: number;
  /** The most changes that one commit takes: 50,000, or fewer if the storage has a lower limit. */
  readonly maxCommitSize: number;
}

/** The context that all attempts of a command share. Only the time differs from attempt to attempt. */
export type CommandContext = Omit<DecisionContext, "now">;

/** Called once for each command, so that every attempt decides with the same ids. */
export function commandContext(runtime: Runtime): CommandContext {
  const { policy, workspaceRoles, maxBatchSize, maxCommitSize } = runtime;
  const [operationId, newId] = [freshId(runtime.createId), freshId(runtime.createId)];
  if (operationId === newId) throw repeatedId(operationId);
  return {
    operationId: operationId as OperationId,
    freshId: newId,
    maxBatchSize,
    maxCommitSize,
    policy,
    workspaceRoles,
  };
}

/** Returns an id from the host's `createId`. Throws a TypeError if the id is invalid: that is a bug of the host. */
export function freshId(createId: () => string): string {
  const id = createId();
  const problem = identifierProblem(id);
  if (problem !== null) throw new TypeError(`createId must return a valid id: it ${problem}.`);
  return id;
}

/** The error for a `createId` that returns an id again: a bug of the host, because two things would share one id. */
export function repeatedId(id: string): Error {
  return new Error(`createId returned ${quote(id)} again; it must never repeat an id.`);
}
