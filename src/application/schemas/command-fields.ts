import { z } from "zod";
import type { BatchMode } from "../../domain/values/batch.ts";
import { actor, type ActorInput, idempotencyKey, optional, organizationId, workspaceId } from "./fields.ts";

/** What every command takes. */
export interface CommandInput {
  readonly organizationId: string;
  /** Makes a resend harmless: the same key with the same command gives the stored outcome and does nothing again. */
  readonly idempotencyKey?: string | null | undefined;
}

/** What every command that somebody issues takes. */
export interface ActorCommandInput extends CommandInput {
  readonly actor: ActorInput;
}

/** What every command about one workspace takes. */
export interface WorkspaceCommandInput extends ActorCommandInput {
  readonly workspaceId: string;
}

/** What every command for many users takes. */
export interface BatchInput {
  /** `atomic` (the default): one rejected item refuses all. `partial`: the good ones happen, the rest are listed. */
  readonly mode?: BatchMode | undefined;
}

export const commandFields = { organizationId, idempotencyKey: optional(idempotencyKey) };

export const actorFields = { ...commandFields, actor };

export const workspaceFields = { ...actorFields, workspaceId };

export const mode = z.enum(["atomic", "partial"], { error: "must be atomic or partial" }).default("atomic");
