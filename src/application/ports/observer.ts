import type { OrganizationId } from "../../domain/values/ids.ts";

/** One finished command, or one finished call of the storage. It never holds a user's id, name or email. */
export type Observation = CommandObservation | StorageObservation;

/** The record of one command. */
export interface CommandObservation {
  readonly kind: "command";
  /** Like `addMembers`. */
  readonly name: string;
  /** Null where the input was refused before it told which. */
  readonly organizationId: OrganizationId | null;
  readonly isPreview: boolean;
  /** `done`, `replayed`, or the code of the refusal. */
  readonly outcome: string;
  /** Times that it was loaded and decided; 0 where it did not come to that. */
  readonly attempts: number;
  /** Attempts that lost against another commit. */
  readonly conflicts: number;
  /** Milliseconds spent in the queue of the organization and between attempts. */
  readonly waitedMs: number;
  readonly totalMs: number;
  /** Milliseconds since 1970, by the roster's clock, when it ended. */
  readonly endedAt: number;
  /** How many users (or workspaces) of its outcome were touched, and how many were not. */
  readonly items: ItemCounts;
}

/** How many items of a batch had each outcome. */
export interface ItemCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** The record of one storage call. */
export interface StorageObservation {
  readonly kind: "storage";
  /** The method of the port, like `load`, `commit` or `read.candidates`. */
  readonly name: string;
  /** Null for a call about all organizations. */
  readonly organizationId: OrganizationId | null;
  /** `done`, the kind of the commit's outcome, or the code of the error. */
  readonly outcome: string;
  readonly totalMs: number;
  /** Milliseconds since 1970, by the roster's clock, when it ended. */
  readonly endedAt: number;
  /** Rows that were asked for or given: writes and events of a commit, rows of a load or a list. */
  readonly items: number;
}

/** Told of every command and every call of the storage once it has ended. One that throws or rejects harms nothing. */
export type Observer = (observation: Observation) => unknown;
