import type { IdempotencyKey, OrganizationId } from "./ids.ts";

/** What every command carries. */
export interface Command {
  readonly organizationId: OrganizationId;
  /** Null when the caller gave none; then the core makes one up for its own resends. */
  readonly idempotencyKey: IdempotencyKey | null;
}
