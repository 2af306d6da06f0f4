import type { TooManyChanges } from "../../domain/values/too-many-changes.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import type { IdempotencyKey, OperationId } from "../../domain/values/ids.ts";

/** The cursor was altered, or belongs to another query, organization or filter. Start with the first page. */
export interface InvalidCursor {
  readonly code: "invalid_cursor";
}

/** Other commands kept changing the organization until the deadline. Nothing was applied; it is safe to send it again. */
export interface Contention {
  readonly code: "contention";
  /** The number of attempts; 0 if the command's turn in the queue did not come. */
  readonly attempts: number;
}

/**
 * The key was used for another command, or by another actor. Nothing was applied. Only actors who may run the command
 * get this error; others get the refusal that they would get without the key.
 */
export interface IdempotencyKeyReused {
  readonly code: "idempotency_key_reused";
  readonly idempotencyKey: IdempotencyKey;
}

/**
 * By the deadline, the store could not say whether the commit was applied. Send the command again with the same
 * `idempotencyKey`: that is safe and gives the outcome. Without a key, look for `operationId` among the events.
 */
export interface OutcomeUnknown {
  readonly code: "outcome_unknown";
  readonly operationId: OperationId;
  readonly cause: unknown;
}

/** The store did not reach the revision `atLeast` before the deadline. Only authorized readers get this error. */
export interface RevisionNotReached {
  readonly code: "revision_not_reached";
  /** The requested revision. */
  readonly atLeast: number;
  /** The revision that the store shows. */
  readonly revision: number;
}

/**
 * The position of `changes` is ahead of the organization's last event: the store was restored from a backup, or the
 * position belongs to another organization or store. Read the organization again, then continue from its last event.
 */
export interface PositionAhead {
  readonly code: "position_ahead";
  /** The position that `changes` was given or had reached. */
  readonly after: number;
  /** The sequence of the organization's last event. */
  readonly lastSequence: number;
}

/**
 * The errors that any command may return besides its own refusals. Nothing was applied, except that `outcome_unknown`
 * means it is unknown.
 */
export type CommandFailure = TooManyChanges | Contention | IdempotencyKeyReused | OutcomeUnknown | StorageError;

/** The errors that any query may return besides its own refusals. */
export type QueryFailure = InvalidInput | RevisionNotReached | StorageError;
