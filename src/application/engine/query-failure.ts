import type { InvalidInput } from "../schemas/invalid-input.ts";
import type { InvalidCursor, RevisionNotReached } from "./errors.ts";
import type { StorageError } from "../ports/storage-error.ts";

/** What any query may meet beside its own refusals. */
export type QueryFailure = InvalidInput | RevisionNotReached | StorageError;

/** What any list may fail with beside its own refusals. */
export type ListFailure = QueryFailure | InvalidCursor;
