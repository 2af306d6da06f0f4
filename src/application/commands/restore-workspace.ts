import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceNotArchived } from "../../domain/workspace/workspace-not-archived.ts";
import type { WorkspaceNameTaken } from "../../domain/workspace/workspace-name-taken.ts";
import type { WorkspaceMemberLimit } from "../../domain/workspace/workspace-member-limit.ts";
import type { WorkspaceLimit } from "../../domain/workspace/workspace-limit.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { NotOrganizationMember } from "../../domain/organization/not-organization-member.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  decideRestoreWorkspace,
  type RestoreWorkspace,
  type RestoreWorkspaceRefusal,
  type RestoreWorkspaceResult,
} from "../../domain/decisions/restore-workspace.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import type { UserId } from "../../domain/values/ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import { membersNeed } from "../engine/needs.ts";
import { type WorkspaceCommandInput, workspaceFields } from "../schemas/command-fields.ts";
import { name, optional, userId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import type { UpdateWorkspaceOutcome } from "./update-workspace.ts";

/** The input of `restoreWorkspace`. */
export interface RestoreWorkspaceInput extends WorkspaceCommandInput {
  /** A new name, in case another workspace has taken the old one meanwhile. Omit it to keep the old one. */
  readonly name?: string | undefined;
  /** An organization member who becomes admin if the workspace has none left; the outcome's `newAdmin` says whether. */
  readonly admin?: string | null | undefined;
}

/** The outcome of `restoreWorkspace`. */
export interface RestoreWorkspaceOutcome extends UpdateWorkspaceOutcome {
  /** Who became admin by this command; null if the workspace still had an admin, even if the command named one. */
  readonly newAdmin: UserId | null;
}

/** The errors of `restoreWorkspace`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type RestoreWorkspaceError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | Forbidden
  | WorkspaceNotArchived
  | WorkspaceNameTaken
  | WorkspaceLimit
  | WorkspaceMemberLimit
  | NotOrganizationMember
  | LastWorkspaceAdmin
  | CommandFailure;

export function restoreWorkspaceSchema() {
  return z
    .strictObject({ ...workspaceFields, name: name.optional(), admin: optional(userId) })
    .transform((command) => ({ ...command, name: command.name }));
}

export const restoreWorkspace: CommandDefinition<
  RestoreWorkspace,
  RestoreWorkspaceResult,
  InvalidInput,
  RestoreWorkspaceRefusal
> = {
  name: "restoreWorkspace",
  parser: () => parserOf(restoreWorkspaceSchema()),
  need: ({ workspaceId, actor, admin, name }) => ({
    ...membersNeed(workspaceId, actor, admin === null ? [] : [admin]),
    workspaceNames: name === undefined ? [] : [nameKey(name)],
    workspacesNamedLike: name === undefined ? [workspaceId] : [],
  }),
  decide: decideRestoreWorkspace,
};
