import { maxBatchSize, maxCommitSize } from "../../domain/values/batch.ts";

/** What a store cannot do as largely as the library could. A limit narrows a size, never a guarantee. */
export interface StorageLimits {
  /** The most users that one command may change: 1 to 10,000. */
  readonly members: number;
  /**
   * The most changes, which are events, of one commit: 1 to 50,000. A batch has at most one write for each event and one
   * more for the organization and for each workspace named. A single person who leaves the organization may bring more.
   */
  readonly changes: number;
}

/** The limits of the library itself, for a store that adds none. */
export const libraryLimits: StorageLimits = { members: maxBatchSize, changes: maxCommitSize };
