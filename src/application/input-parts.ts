import type { BatchMode } from "../domain/shared/batch.ts";

/** Who issues a command or reads: a user of the organization, or a named system that the host vouches for. */
export type ActorInput = { readonly userId: string } | { readonly system: string };

/** The fields of every command on an organization. */
export interface CommandInput {
  readonly organizationId: string;
  /** Makes a resend harmless: the same key with the same command gives the stored outcome and does nothing again. */
  readonly idempotencyKey?: string | null | undefined;
}

/** The fields of every command with an actor. */
export interface ActorCommandInput extends CommandInput {
  readonly actor: ActorInput;
}

/** The fields of every command that takes many users. */
export interface BatchInput {
  /** `atomic` (the default): one rejected item refuses all. `partial`: the good ones happen, the rest are listed. */
  readonly mode?: BatchMode | undefined;
}

/** The fields of every command on a workspace. */
export interface WorkspaceCommandInput extends ActorCommandInput {
  readonly workspaceId: string;
}

/** The fields of every query. */
export interface QueryInput {
  readonly organizationId: string;
  /** Waits until the store shows this revision, up to the deadline: for reading on another node what a command did. */
  readonly atLeast?: number | null | undefined;
}

/** The fields of every list. */
export interface ListInput extends QueryInput {
  /** 1 to 500, default 50. */
  readonly limit?: number | undefined;
  /** The `next` of the page before. */
  readonly after?: string | null | undefined;
}

/** The fields of every list that can be searched. */
export interface SearchInput {
  /** Only what matches every word typed, as a prefix; case and accents do not matter. At most 200 characters. */
  readonly search?: string | undefined;
}
