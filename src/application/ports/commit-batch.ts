import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { CommandRecord } from "./records.ts";
import type { Write } from "./write.ts";

/**
 * Everything that one command changes, applied as a whole or not at all.
 *
 * The core never sends an assignment without its member and workspace, nor a first batch without an organization: an
 * adapter may fail on one, by a foreign key for example.
 */
export interface CommitBatch {
  readonly organizationId: OrganizationId;
  readonly guard: {
    /** The revision that the decision read; 0 for an organization that is not there yet. The commit stores it plus 1. */
    readonly expectedRevision: number;
    /** The sequence of the organization's newest event once this batch is applied. */
    readonly lastSequence: number;
    /** The `at` of that event, ISO 8601 in UTC, milliseconds; null before the first. */
    readonly lastAt: string | null;
  };
  /** Must not be stored yet. */
  readonly command: CommandRecord;
  /** Sorted by table (organization, organization_member, workspace, role_assignment), then by key in byte order; one per key. */
  readonly writes: readonly Write[];
  /** Their sequences end at `guard.lastSequence` and have no gap. */
  readonly events: readonly RosterEvent[];
}

/** Whether a batch was committed, and if not, why. */
export type CommitOutcome =
  /** Applied, and visible to every read that starts now. */
  | { readonly kind: "committed" }
  /** Not applied: the command's key is stored already. This goes before `conflict`, also when the revision has moved. */
  | { readonly kind: "replay"; readonly command: CommandRecord }
  /** Not applied: the revision has moved, a row is not as `must` says, or the engine asks to try the transaction again. */
  | { readonly kind: "conflict" }
  /** Applied or not, the store cannot tell (the connection died after COMMIT was sent). The same batch may be sent again. */
  | { readonly kind: "unknown"; readonly cause: unknown };
