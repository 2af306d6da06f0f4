import type { Actor } from "../../domain/values/actor.ts";
import type { Command } from "../../domain/values/command.ts";
import type { IdempotencyKey, OperationId } from "../../domain/values/ids.ts";
import { fingerprint } from "./fingerprint.ts";

/** How the store identifies a command. */
export interface CommandIdentity {
  readonly key: IdempotencyKey;
  readonly fingerprint: string;
  /** Whether the caller chose the key and so may ask for the outcome again. */
  readonly isKept: boolean;
}

/** The caller's key with the fingerprint of actor and command, or a generated key that only our own resends use. */
export async function identify(
  name: string,
  command: Command & { readonly actor?: Actor },
  operationId: OperationId,
): Promise<CommandIdentity> {
  if (command.idempotencyKey === null)
    return { key: operationId as string as IdempotencyKey, fingerprint: "", isKept: false };
  return { key: command.idempotencyKey, fingerprint: await fingerprint([name, command]), isKept: true };
}
