import { maxBatchSize, maxCommitSize } from "../../domain/values/batch.ts";

/** Limits of this store, at most the library's own. A limit restricts a size, never a guarantee. */
export interface StorageLimits {
  /** The most users that one command may change: 1 to 10,000. */
  readonly members: number;
  /**
   * The most changes of one commit: 1 to 50,000. A change is an event; a batch has at most one write for each event, one
   * for the organization and one for each workspace that its events name. A command that removes a single user from the
   * organization may exceed this limit.
   */
  readonly changes: number;
}

/** The library's own limits, for a store that has no lower ones. */
export const libraryLimits: StorageLimits = { members: maxBatchSize, changes: maxCommitSize };
