import type { Result } from "neverthrow";
import type { Command } from "../../domain/values/command.ts";
import type { DecisionContext } from "../../domain/facts/decision.ts";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { IdempotencyKeyReused } from "./errors.ts";
import type { CommandRecord } from "../ports/records.ts";
import type { CommandDefinition } from "./command-definition.ts";
import type { CommandIdentity } from "./command-identity.ts";
import type { CommandReceipt } from "./command-receipt.ts";
import { judgeUsedKey } from "./used-key.ts";

interface Resend<Parsed extends Command, Outcome, Refusal> {
  readonly definition: CommandDefinition<Parsed, Outcome, unknown, Refusal>;
  readonly command: Parsed;
  readonly context: DecisionContext;
  readonly identity: CommandIdentity;
}

/**
 * The outcome stored under the command's key, or the error that the caller gets instead. The facts were loaded together
 * with the record.
 */
export function replay<Parsed extends Command, Outcome, Refusal extends { readonly code: string }>(
  stored: CommandRecord,
  facts: OrganizationFacts,
  { identity, ...resend }: Resend<Parsed, Outcome, Refusal>,
): Result<Outcome & CommandReceipt, Refusal | IdempotencyKeyReused> {
  const isSame = stored.outcome !== null && stored.fingerprint === identity.fingerprint;
  return judgeUsedKey({ ...resend, facts, isSame })
    .map(() => ({ ...(JSON.parse(stored.outcome ?? "") as Outcome & CommandReceipt), replayed: true }))
    .mapErr((error) => (error === "reused" ? keyReused(identity) : error));
}

function keyReused({ key }: CommandIdentity): IdempotencyKeyReused {
  return { code: "idempotency_key_reused", idempotencyKey: key };
}
