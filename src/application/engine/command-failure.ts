import type { TooManyChanges } from "../../domain/values/too-many-changes.ts";
import type { Contention, IdempotencyKeyReused, OutcomeUnknown } from "./errors.ts";
import type { StorageError } from "../ports/storage-error.ts";

/** What any command may meet beside its own refusals. Nothing was applied, but for `outcome_unknown`, which cannot tell. */
export type CommandFailure = TooManyChanges | Contention | IdempotencyKeyReused | OutcomeUnknown | StorageError;
