import type { DecisionContext } from "../domain/shared/decision.ts";
import type { Policy } from "../domain/shared/policy.ts";
import { identifierProblem } from "../domain/shared/identifier.ts";
import type { OperationId } from "../domain/shared/ids.ts";
import type { WorkspaceRoles } from "../domain/workspace/workspace-roles.ts";
import type { Clock, CreateId } from "./ports/clock.ts";
import type { CommitBell } from "./commit-bell.ts";
import type { Observer } from "./ports/observer.ts";
import type { RosterStorage } from "./ports/roster-storage.ts";
import type { Timer } from "./ports/timer.ts";

/** Everything that commands and queries run on, resolved once by `createRoster`. */
export interface Runtime {
  readonly storage: RosterStorage;
  readonly policy: Policy;
  readonly workspaceRoles: WorkspaceRoles;
  readonly clock: Clock;
  readonly createId: CreateId;
  readonly timer: Timer;
  readonly deadlineMs: number;
  readonly observer: Observer | null;
  readonly bell: CommitBell;
  /** The most users that one command takes: 10,000, or fewer where the storage says so. */
  readonly largestBatch: number;
  /** The most changes that one commit carries: 50,000, or fewer where the storage says so. */
  readonly largestCommit: number;
}

/** What one command may know: made once, so that every attempt of it decides with the same ids and the same time. */
export function decisionContext(runtime: Runtime): DecisionContext {
  const { policy, workspaceRoles, largestBatch, largestCommit } = runtime;
  return {
    now: runtime.clock().toISOString(),
    operationId: freshId(runtime.createId) as OperationId,
    freshId: freshId(runtime.createId),
    largestBatch,
    largestCommit,
    policy,
    workspaceRoles,
  };
}

/** An id from the host's `createId`. One that the library itself would refuse is a bug of the host and throws. */
export function freshId(createId: CreateId): string {
  const id = createId();
  const problem = identifierProblem(id);
  if (problem !== null) throw new TypeError(`createId gave an id that ${problem}.`);
  return id;
}
