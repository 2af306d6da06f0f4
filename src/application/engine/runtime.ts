import type { DecisionContext } from "../../domain/facts/decision.ts";
import type { Policy } from "../../domain/values/policy.ts";
import { identifierProblem } from "../../domain/values/identifier.ts";
import type { OperationId } from "../../domain/values/ids.ts";
import { quote } from "../../domain/values/quote.ts";
import type { WorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import type { Clock, CreateId } from "../ports/clock.ts";
import type { CommitBell } from "./commit-bell.ts";
import type { Observer } from "../ports/observer.ts";
import type { RosterStorage } from "../ports/roster-storage.ts";
import type { Timer } from "../ports/timer.ts";

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
  readonly maxBatchSize: number;
  /** The most changes that one commit carries: 50,000, or fewer where the storage says so. */
  readonly maxCommitSize: number;
}

/** What every attempt of one command knows alike. Each attempt has a time of its own. */
export type CommandContext = Omit<DecisionContext, "now">;

/** Made once for each command, so that every attempt decides with the same ids. */
export function commandContext(runtime: Runtime): CommandContext {
  const { policy, workspaceRoles, maxBatchSize, maxCommitSize } = runtime;
  const [operationId, forNew] = [freshId(runtime.createId), freshId(runtime.createId)];
  if (operationId === forNew) throw repeatedId(operationId);
  return {
    operationId: operationId as OperationId,
    freshId: forNew,
    maxBatchSize,
    maxCommitSize,
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

/** The error for a `createId` that returns an id again: a bug of the host, because two things would share one id. */
export function repeatedId(id: string): Error {
  return new Error(`createId returned ${quote(id)} again; it must never repeat an id.`);
}
