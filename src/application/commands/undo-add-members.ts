import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OperationNotUndoable } from "../../domain/role-assignment/operation-not-undoable.ts";
import type { LastWorkspaceAdmin } from "../../domain/workspace/last-workspace-admin.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import { z } from "zod";
import {
  type UndoAddMembersResult,
  decideUndoAddMembers,
  type UndoAddMembers,
  type UndoAddMembersRefusal,
  type UndoSkipped,
} from "../../domain/decisions/undo-add-members.ts";
import { maxBatchSize } from "../../domain/values/batch.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { need } from "../ports/need.ts";
import type { MemberRole } from "../../domain/role-assignment/role-assignment.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandFailure } from "../engine/errors.ts";
import type { CommandReceipt } from "../engine/command-receipt.ts";
import { actorIds, membersNeed } from "../engine/needs.ts";
import { type CommandInput, actorFields } from "../schemas/command-fields.ts";
import { operationId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

/** The input of `undoAddMembers`. */
export interface UndoAddMembersInput extends CommandInput {
  /** The operation to undo: `operationId` of the outcome of `addMembers` or of any of its events. */
  readonly operationId: string;
}

/** The outcome of `undoAddMembers`; each list is in the order of the events. */
export interface UndoAddMembersOutcome<Role extends string = string> extends CommandReceipt {
  /** With the roles that they had. */
  readonly removed: readonly MemberRole<Role>[];
  /** Always empty. */
  readonly unchanged: readonly MemberRole<Role>[];
  /** Users who were skipped. */
  readonly rejected: readonly UndoSkipped[];
}

/** The errors of `undoAddMembers`. Nothing was applied, unless `code` is `outcome_unknown`. */
export type UndoAddMembersError =
  | InvalidInput
  | OrganizationNotFound
  | WorkspaceNotFound
  | WorkspaceArchived
  | Forbidden
  | OperationNotUndoable
  | LastWorkspaceAdmin
  | CommandFailure;

export function undoAddMembersSchema() {
  return z.strictObject({ ...actorFields, operationId }).transform((command) => ({ ...command, events: [] }));
}

export const undoAddMembers: CommandDefinition<
  UndoAddMembers,
  UndoAddMembersResult,
  InvalidInput,
  UndoAddMembersRefusal
> = {
  name: "undoAddMembers",
  parser: () => parserOf(undoAddMembersSchema()),
  prepare(command, storage, options) {
    const { organizationId, operationId } = command;
    const filter = { need: need({}), workspaceId: null, userId: null, operationId };
    // addMembers has at most as many events as a batch has users; one more shows that it was a larger operation.
    return storage
      .events(organizationId, 0, maxBatchSize + 1, { ...filter, ...options })
      .map(({ rows }) => ({ ...command, events: rows }));
  },
  need({ actor, events }) {
    const users = events.flatMap((event) => ("userId" in event ? [event.userId] : []));
    const workspaceId = events.map(workspaceOf).find((id) => id !== null);
    return workspaceId === undefined ? { members: actorIds(actor) } : membersNeed(workspaceId, actor, users);
  },
  decide: decideUndoAddMembers,
};

function workspaceOf(event: RosterEvent) {
  return "workspaceId" in event ? event.workspaceId : null;
}
