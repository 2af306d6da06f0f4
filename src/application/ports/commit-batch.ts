import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { CommandRecord } from "./records.ts";
import type { Write } from "./write.ts";

/**
 * Everything that one command changes, applied as a whole or not at all.
 *
 * The core never sends an assignment without its member and workspace, or a first batch without an organization, so an
 * adapter may fail on one, for example because of a foreign key.
 */
export interface CommitBatch {
  readonly organizationId: OrganizationId;
  readonly guard: {
    /** The revision that the decision read; 0 if the organization does not exist yet. The commit stores it plus 1. */
    readonly expectedRevision: number;
    /** The sequence of the organization's newest event once this batch is applied. The store keeps it as given and never numbers events itself. */
    readonly lastSequence: number;
    /** The `at` of that event: ISO 8601 in UTC, milliseconds; null before the first event. */
    readonly lastAt: string | null;
  };
  /** The record of the command. If its key is already stored, the outcome is `replay`. */
  readonly command: CommandRecord;
  /** Sorted by table (organization, organization_member, workspace, role_assignment), then by key in byte order; at most one write per key. */
  readonly writes: readonly Write[];
  /** Their sequences have no gaps and end at `guard.lastSequence`. */
  readonly events: readonly RosterEvent[];
}

/** Whether a batch was committed, and if not, why. */
export type CommitOutcome =
  /** Applied, and visible to every read that starts now. */
  | { readonly kind: "committed" }
  /** Not applied: the command's key is already stored. This takes precedence over `conflict`, even if the revision has advanced. */
  | { readonly kind: "replay"; readonly command: CommandRecord }
  /** Not applied: the revision has advanced, a row is not as `expected`, or the engine asks to retry the transaction. */
  | { readonly kind: "conflict" }
  /** The store cannot tell whether it was applied, for example because the connection died after COMMIT. The core sends the same batch again. */
  | { readonly kind: "unknown"; readonly cause: unknown };
