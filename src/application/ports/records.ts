import type { IdempotencyKey } from "../../domain/values/ids.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";

/** A member with the fields that lists need. The core computes them; an adapter stores their bytes and never derives them. */
export interface OrganizationMemberRecord extends OrganizationMember {
  /** The sort key of lists of people, compared byte for byte. */
  readonly nameKey: string;
  /** The words that a search matches: sorted, without duplicates, without white space inside a word. */
  readonly words: readonly string[];
}

/** A workspace with the fields that lists need, computed by the core. */
export interface WorkspaceRecord extends Workspace {
  /** The sort key of lists of workspaces, compared byte for byte. Two names are the same if their keys are equal. */
  readonly nameKey: string;
  /** The words that a search matches: sorted, without duplicates, without white space inside a word. */
  readonly words: readonly string[];
}

/** The record of an executed command, stored with the organization. */
export interface CommandRecord {
  readonly key: IdempotencyKey;
  /** Shows whether a later command under this key is the same one. Empty if the core generated the key. */
  readonly fingerprint: string;
  /** The outcome as JSON; null if the core generated the key, because nobody can ask for it again. */
  readonly outcome: string | null;
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
}
