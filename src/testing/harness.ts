import type { RosterStorage } from "../application/ports/roster-storage.ts";

/** Where the contract gets its stores from. An adapter's author writes one. */
export interface StorageHarness {
  /** Opens an empty store, ready to use (its tables are there), which shares nothing with any other. Called once for each case. */
  open(): Promise<OpenStore>;
}

/** One store and two handles on it. */
export interface OpenStore {
  readonly storage: RosterStorage;
  /** A second way into the same store: another connection, another pool; the same object where there is only one. */
  readonly second: RosterStorage;
  /** Gives back everything that `open` took. */
  close(): Promise<void>;
  /** Ways to break the connection of `storage`; without them the contract breaks it at the port. */
  readonly faults?: StorageFaults;
}

/** Each call arms one fault for the next commit through `storage`. The handle works again after that commit. */
export interface StorageFaults {
  /** The batch is written, and the store never learns that it is to be kept. */
  cutBeforeCommit(): void;
  /** The commit takes effect in the store, and its answer is lost. */
  cutBeforeAnswer(): void;
}
