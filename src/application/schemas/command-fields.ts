import { z } from "zod";
import { actor, type ActorInput, idempotencyKey, optional, organizationId, workspaceId } from "./fields.ts";

/** The input fields of every command but `createOrganization`. Ids are 1–255 bytes of UTF-8, opaque, and compared byte for byte. */
export interface CommandInput {
  readonly organizationId: string;
  /**
   * Makes it safe to send the command again: the same command by the same actor with the same key gets the stored outcome,
   * with `replayed: true`, and changes nothing. Keys are kept until `maintenance.pruneIdempotencyKeys` deletes them.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** Who issues the command. The library authorizes the actor; the host must have authenticated them. */
  readonly actor: ActorInput;
}

/** The input fields of every command about one workspace. */
export interface WorkspaceCommandInput extends CommandInput {
  readonly workspaceId: string;
}

/** The input fields of every command for many users. */
export interface BatchInput {
  /**
   * `atomic` (the default): if any item is rejected, nothing is written and the error is `members_rejected`. `partial`:
   * valid items are applied, and the rest are listed as `rejected` in the outcome.
   */
  readonly mode?: "atomic" | "partial" | undefined;
}

export const commandFields = { organizationId, idempotencyKey: optional(idempotencyKey) };

export const actorFields = { ...commandFields, actor };

export const workspaceFields = { ...actorFields, workspaceId };

export const mode = z.enum(["atomic", "partial"], { error: "must be atomic or partial" }).default("atomic");
