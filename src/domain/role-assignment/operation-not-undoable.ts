/** The organization has no operation with this id, or the operation did more than add members to one workspace. */
export interface OperationNotUndoable {
  readonly code: "operation_not_undoable";
}

export function operationNotUndoable(): OperationNotUndoable {
  return { code: "operation_not_undoable" };
}
