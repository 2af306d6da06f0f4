import type { WorkspaceNameTaken } from "../../domain/workspace/workspace-name-taken.ts";
import type { WorkspaceMemberLimit } from "../../domain/workspace/workspace-member-limit.ts";
import type { WorkspaceLimit } from "../../domain/workspace/workspace-limit.ts";
import type { WorkspaceAlreadyExists } from "../../domain/workspace/workspace-already-exists.ts";
import type { TooManyMembers } from "../../domain/values/too-many-members.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotOrganizationMember } from "../../domain/organization/not-organization-member.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  type CreateWorkspace,
  type CreateWorkspaceRefusal,
  decideCreateWorkspace,
  type CreateWorkspaceResult,
} from "../../domain/decisions/create-workspace.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import { actorIds } from "../engine/needs.ts";
import { repeatedId } from "../engine/runtime.ts";
import type { MemberRole } from "../../domain/role-assignment/role-assignment.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { type CommandInput, actorFields } from "../schemas/command-fields.ts";
import { description, name, optional, userId, workspaceId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

/** The input of `createWorkspace`. */
export interface CreateWorkspaceInput extends CommandInput {
  /** Generated if omitted. */
  readonly workspaceId?: string | null | undefined;
  /** 1–100 code points in Unicode form NFC, unique among the active workspaces; case and accents are ignored. */
  readonly name: string;
  /** At most 1,000 code points. Default empty. */
  readonly description?: string | undefined;
  /** The first admin, any organization member. Default: the actor; a system must name one. */
  readonly admin?: string | null | undefined;
  /** Whether to add all other organization members too, with the catalogue's last role. Default false. */
  readonly addEveryone?: boolean | undefined;
}

/** The outcome of `createWorkspace`. */
export interface CreateWorkspaceOutcome<Role extends string = string> extends CommandReceipt {
  readonly workspaceId: WorkspaceId;
  /** The first members: the admin, then everyone else by user id if `addEveryone` was set. */
  readonly added: readonly MemberRole<Role>[];
}

/** The errors of `createWorkspace`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type CreateWorkspaceError =
  | InvalidInput
  | OrganizationNotFound
  | Forbidden
  | NotOrganizationMember
  | WorkspaceAlreadyExists
  | WorkspaceNameTaken
  | WorkspaceLimit
  | WorkspaceMemberLimit
  | TooManyMembers
  | CommandFailure;

export function createWorkspaceSchema() {
  return z
    .strictObject({
      ...actorFields,
      workspaceId: optional(workspaceId),
      name,
      description: description.default(""),
      admin: optional(userId),
      addEveryone: z.boolean({ error: "must be true or false" }).default(false),
    })
    .transform((command, ctx) => {
      const admin = command.admin ?? ("userId" in command.actor ? command.actor.userId : null);
      if (admin !== null) return { ...command, admin };
      ctx.addIssue({ code: "custom", path: ["admin"], message: "is required, because a system cannot be the admin" });
      return z.NEVER;
    });
}

export const createWorkspace: CommandDefinition<
  CreateWorkspace,
  CreateWorkspaceResult,
  InvalidInput,
  CreateWorkspaceRefusal
> = {
  name: "createWorkspace",
  parser: () => parserOf(createWorkspaceSchema()),
  need: ({ actor, admin, workspaceId, name, addEveryone }, { freshId, maxBatchSize }) => ({
    members: [...actorIds(actor), admin],
    anyMembers: addEveryone ? maxBatchSize : null,
    workspaces: [workspaceId ?? (freshId as WorkspaceId)],
    workspaceNames: [nameKey(name)],
  }),
  decide(facts, command, context) {
    const decided = decideCreateWorkspace(facts, command, context);
    const isTaken = decided.isErr() && decided.error.code === "workspace_already_exists";
    if (isTaken && command.workspaceId === null) throw repeatedId(context.freshId);
    return decided;
  },
};
