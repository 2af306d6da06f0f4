import type { RosterStorage } from "../application/ports/roster-storage.ts";

/** Provides the stores that the contract tests. The author of an adapter writes one. */
export interface StorageHarness {
  /**
   * Opens an empty store that is ready to use (its tables exist) and shares no data with any other store.
   *
   * Most cases call it once. Some call it several times, even at the same time. If it rejects, the case fails.
   */
  open(): Promise<OpenStore>;
}

/** One store, with two handles to it. */
export interface OpenStore {
  /** The handle that most cases write through. */
  readonly storage: RosterStorage;
  /**
   * A second handle to the same store: another connection or another pool. If your store has only one handle, return the
   * same object as `storage`.
   */
  readonly second: RosterStorage;
  /**
   * Closes the handle `storage` alone, if your store can do that: `second` keeps working. The contract then checks what
   * `storage` answered meanwhile. `close` is called afterwards.
   */
  closeStorage?(): Promise<void>;
  /** Releases everything that `open` acquired. Every case does so at its end, even if it failed. */
  close(): Promise<void>;
  /** Ways to cut the connection of `storage`. Without them, the contract simulates the cut between caller and storage. */
  readonly faults?: StorageFaults;
}

/** Each method arms one fault for the next commit through `storage`. After that commit the handle must work again. */
export interface StorageFaults {
  /** Cuts the connection after the batch was written and before the store was told to keep it. */
  cutBeforeCommit(): void;
  /** Cuts the connection after the commit took effect and before its answer arrives. */
  cutBeforeAnswer(): void;
  /**
   * Holds the commit on its way from the adapter to the store, however long the adapter waits for it. The returned function
   * lets it go on, and resolves once the store has processed it, even if the adapter gave it up long before. Optional:
   * without it, the contract simulates the late arrival at the port. Leave it out if calls of your store are synchronous.
   */
  stallCommit?(): () => Promise<void>;
}
