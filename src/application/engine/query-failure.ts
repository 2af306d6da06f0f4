import type { InvalidInput } from "../schemas/invalid-input.ts";
import type { RevisionNotReached } from "./errors.ts";
import type { StorageError } from "../ports/storage-error.ts";

/** The errors that any query may return besides its own refusals. */
export type QueryFailure = InvalidInput | RevisionNotReached | StorageError;
