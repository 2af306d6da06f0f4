import { type AdditionIsUndone, decideUndo, type Undo, type UndoRefusal } from "../../domain/decisions/undo.ts";
import { largestBatch } from "../../domain/values/batch.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { InvalidInput } from "../errors.ts";
import { need } from "../ports/need.ts";
import { undoParser } from "../schemas/undo-schema.ts";
import { actorIds } from "../engine/actor-ids.ts";
import type { CommandDefinition } from "../engine/command-definition.ts";
import { membersNeed } from "../engine/members-need.ts";

export const undo: CommandDefinition<Undo, AdditionIsUndone, InvalidInput, UndoRefusal> = {
  name: "undo",
  parser: undoParser,
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
