import type { IdempotencyKey } from "../../domain/values/ids.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";

/** A member with what lists need, computed by the core: an adapter stores these bytes and never derives them. */
export interface OrganizationMemberRecord extends OrganizationMember {
  /** Sorts lists of people, byte for byte. */
  readonly nameKey: string;
  /** What a search looks for: sorted, without repeats, no white space inside a word. */
  readonly words: readonly string[];
}

/** A workspace with what lists need, computed by the core. */
export interface WorkspaceRecord extends Workspace {
  /** Sorts lists of workspaces, byte for byte, and decides whether two names are the same. */
  readonly nameKey: string;
  readonly words: readonly string[];
}

/** That a command was executed, kept with the organization. */
export interface CommandRecord {
  readonly key: IdempotencyKey;
  /** Tells whether a later command under this key is the same one. Empty under a key that the core made up. */
  readonly fingerprint: string;
  /** The outcome as JSON; null under a key that the core made up, since nobody can ask for it again. */
  readonly outcome: string | null;
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
}
