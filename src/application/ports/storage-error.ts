import { withReadableCause } from "./readable-cause.ts";

/**
 * The store cannot be used now: it cannot be reached, is locked, read-only or full, or does not answer in time. Nothing
 * was applied; try again later.
 */
export interface StorageUnavailable {
  readonly code: "storage_unavailable";
  /** The original error. */
  readonly cause: unknown;
}

/** The store failed in an unexpected way. Nothing was applied. */
export interface StorageFailed {
  readonly code: "storage_failed";
  /** The original error. */
  readonly cause: unknown;
}

/** The tables are missing, older or newer than this package. Run the storage's `migrate()`, or upgrade the package. */
export interface StorageSchemaMismatch {
  readonly code: "storage_schema_mismatch";
  /** The version of the tables in the store; null if there are none. */
  readonly found: number | null;
  /** The version that this package needs. */
  readonly expected: number;
}

/** The caller's `AbortSignal` fired. Nothing was applied. */
export interface Aborted {
  readonly code: "aborted";
}

/** The errors that every storage call may return. */
export type StorageError = StorageUnavailable | StorageFailed | StorageSchemaMismatch | Aborted;

/** Makes the error for a store that cannot be used now. `cause` is the original error. */
export function storageUnavailable(cause: unknown): StorageUnavailable {
  return withReadableCause({ code: "storage_unavailable", cause });
}

/** Makes the error for an unexpected failure of the store. `cause` is the original error. */
export function storageFailed(cause: unknown): StorageFailed {
  return withReadableCause({ code: "storage_failed", cause });
}

export function storageSchemaMismatch(found: number | null, expected: number): StorageSchemaMismatch {
  return { code: "storage_schema_mismatch", found, expected };
}

/** Makes the error for a call whose signal fired before anything was applied. */
export function aborted(): Aborted {
  return { code: "aborted" };
}
