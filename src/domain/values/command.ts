import type { IdempotencyKey, OrganizationId } from "./ids.ts";

/** The fields of every command. */
export interface Command {
  readonly organizationId: OrganizationId;
  /** Null if the caller gave none; then the core generates one for its own resends. */
  readonly idempotencyKey: IdempotencyKey | null;
}
