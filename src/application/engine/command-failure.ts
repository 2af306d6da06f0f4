import type { TooManyChanges } from "../../domain/values/too-many-changes.ts";
import type { Contention, IdempotencyKeyReused, OutcomeUnknown } from "./errors.ts";
import type { StorageError } from "../ports/storage-error.ts";

/**
 * The errors that any command may return besides its own refusals. Nothing was applied, except that `outcome_unknown`
 * means it is unknown.
 */
export type CommandFailure = TooManyChanges | Contention | IdempotencyKeyReused | OutcomeUnknown | StorageError;
