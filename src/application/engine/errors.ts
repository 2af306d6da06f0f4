import type { IdempotencyKey, OperationId } from "../../domain/values/ids.ts";

/** The cursor was not made by this query of this organization, or was changed since. */
export interface InvalidCursor {
  readonly code: "invalid_cursor";
}

/** Others kept changing the organization until the deadline. Nothing was applied; safe to send again. */
export interface Contention {
  readonly code: "contention";
  readonly attempts: number;
}

/**
 * The key was used before for another command, or by another actor. Nothing was applied. Told only to those who may run
 * the command; others get the refusal that they would get without the key.
 */
export interface IdempotencyKeyReused {
  readonly code: "idempotency_key_reused";
  readonly idempotencyKey: IdempotencyKey;
}

/**
 * The store could not say until the deadline whether the commit was applied. Sending the command again with the same
 * `idempotencyKey` is safe and tells; without a key, look for the operation among the events.
 */
export interface OutcomeUnknown {
  readonly code: "outcome_unknown";
  readonly operationId: OperationId;
  readonly cause: unknown;
}

/** The store did not show the revision asked for by `atLeast` before the deadline. Only told to those who may read. */
export interface RevisionNotReached {
  readonly code: "revision_not_reached";
  readonly atLeast: number;
  readonly revision: number;
}

/**
 * The position that `changes` was given, or had reached, is not there: it lies ahead of the organization's last event. The
 * store was restored from a backup, or the position is another organization's or another store's. Read the organization anew.
 */
export interface PositionAhead {
  readonly code: "position_ahead";
  readonly after: number;
  readonly lastSequence: number;
}
