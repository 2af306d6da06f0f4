import type { OrganizationId } from "../../domain/values/ids.ts";

/** The record of one finished command or storage call. It never contains a user's id, name or email. */
export type Observation = CommandObservation | StorageObservation;

/** The record of one finished command. */
export interface CommandObservation {
  readonly kind: "command";
  /** The method of the roster, such as `addMembers`. */
  readonly name: string;
  /** Null if the input was refused before the organization was known. */
  readonly organizationId: OrganizationId | null;
  readonly isPreview: boolean;
  /** `done`, `replayed`, or the code of the error. */
  readonly outcome: string;
  /** Number of attempts; 0 if it failed before the first load. */
  readonly attempts: number;
  /** Number of attempts that lost to another commit. */
  readonly conflicts: number;
  /** Milliseconds spent in the organization's queue and between attempts. */
  readonly waitedMs: number;
  /** Milliseconds from the call to its end. */
  readonly totalMs: number;
  /** When it ended, by the roster's clock: milliseconds since 1970. */
  readonly endedAt: number;
  /** The length of each list of its outcome or refusal. */
  readonly items: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
    readonly rejected: number;
  };
}

/** The record of one finished storage call. */
export interface StorageObservation {
  readonly kind: "storage";
  /** The method of the port, such as `load`, `commit` or `read.candidates`. */
  readonly name: string;
  /** Null for a call about all organizations. */
  readonly organizationId: OrganizationId | null;
  /** `done`, the kind of the commit's outcome, or the code of the error. */
  readonly outcome: string;
  /** Milliseconds from the call to its end. */
  readonly totalMs: number;
  /** When it ended, by the roster's clock: milliseconds since 1970. */
  readonly endedAt: number;
  /** Number of rows: the writes and events of a commit, the rows of a load or list, the deleted records; 0 for an error. */
  readonly items: number;
}

/** Receives a record of every command and storage call when it ends. If it throws or rejects, the call is not affected. */
export type Observer = (observation: Observation) => unknown;
