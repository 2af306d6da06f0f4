import { z } from "zod";
import { type AdditionIsUndone, decideUndo, type Undo, type UndoRefusal } from "../../domain/decisions/undo.ts";
import { largestBatch } from "../../domain/values/batch.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { need } from "../ports/need.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import type { CommandError } from "../engine/command-error.ts";
import type { Executed } from "../engine/command-outcome.ts";
import { actorIds, membersNeed } from "../engine/members-need.ts";
import { type ActorCommandInput, actorFields } from "../schemas/command-fields.ts";
import { operationId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";

export interface UndoInput extends ActorCommandInput {
  /** Of the `addMembers` to take back: `operationId` of its outcome, or of any of its events. */
  readonly operationId: string;
}

export type UndoOutcome<Role extends string = string> = AdditionIsUndone<Role> & Executed;
export type UndoError = CommandError<UndoRefusal>;

export function undoSchema() {
  return z.strictObject({ ...actorFields, operationId }).transform((command) => ({ ...command, events: [] }));
}

export const undo: CommandDefinition<Undo, AdditionIsUndone, InvalidInput, UndoRefusal> = {
  name: "undo",
  parser: () => parserOf(undoSchema()),
  prepare(command, storage, options) {
    const { organizationId, operationId } = command;
    const filter = { need: need({}), workspaceId: null, userId: null, operationId };
    // No bulk addition has more events than a batch has users; one more tells an operation that is larger.
    return storage
      .events(organizationId, 0, largestBatch + 1, { ...filter, ...options })
      .map(({ rows }) => ({ ...command, events: rows }));
  },
  need({ actor, events }) {
    const users = events.flatMap((event) => ("userId" in event ? [event.userId] : []));
    const workspaceId = events.map(workspaceOf).find((id) => id !== null);
    return workspaceId === undefined ? { members: actorIds(actor) } : membersNeed(workspaceId, actor, users);
  },
  decide: decideUndo,
};

function workspaceOf(event: RosterEvent) {
  return "workspaceId" in event ? event.workspaceId : null;
}
