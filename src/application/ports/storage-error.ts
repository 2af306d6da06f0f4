import { withReadableCause } from "./readable-cause.ts";

/** The store cannot be used right now (cannot be reached, is locked, is read-only, is full, does not answer in time). Nothing was applied. */
export interface StorageUnavailable {
  readonly code: "storage_unavailable";
  readonly cause: unknown;
}

/** The store answered with something that should not happen. Nothing was applied. */
export interface StorageFailed {
  readonly code: "storage_failed";
  readonly cause: unknown;
}

/** The tables are missing, older or newer than this package. Run the storage's `migrate()`, or upgrade the package. */
export interface StorageSchemaMismatch {
  readonly code: "storage_schema_mismatch";
  /** The version found in the store; null where there is none. */
  readonly found: number | null;
  readonly expected: number;
}

/** The caller's `AbortSignal` fired. Nothing was applied. */
export interface Aborted {
  readonly code: "aborted";
}

/** What every storage call can fail with. */
export type StorageError = StorageUnavailable | StorageFailed | StorageSchemaMismatch | Aborted;

/** The error for a store that cannot be used right now. The original error goes into `cause`. */
export function storageUnavailable(cause: unknown): StorageUnavailable {
  return withReadableCause({ code: "storage_unavailable", cause });
}

/** The error for an answer of the store that should not happen. The original error goes into `cause`. */
export function storageFailed(cause: unknown): StorageFailed {
  return withReadableCause({ code: "storage_failed", cause });
}

export function storageSchemaMismatch(found: number | null, expected: number): StorageSchemaMismatch {
  return { code: "storage_schema_mismatch", found, expected };
}

/** The error for a call whose signal fired before anything was applied. */
export function aborted(): Aborted {
  return { code: "aborted" };
}
