import { err, ok, type Result } from "neverthrow";
import type { IdempotencyKeyReused } from "../errors.ts";
import type { CommandRecord } from "../ports/records.ts";
import type { CommandIdentity } from "./command-identity.ts";
import type { Executed } from "./command-outcome.ts";

/** The outcome stored under the command's key, refused where the key was used for another command or by another actor. */
export function replay<Outcome>(
  stored: CommandRecord,
  { key, fingerprint }: CommandIdentity,
): Result<Outcome & Executed, IdempotencyKeyReused> {
  if (stored.outcome === null || stored.fingerprint !== fingerprint) {
    return err({ code: "idempotency_key_reused", idempotencyKey: key });
  }
  return ok({ ...(JSON.parse(stored.outcome) as Outcome & Executed), replayed: true });
}
