/** No operation of the organization has this id, or it is not one that only added members to a workspace. */
export interface OperationNotUndoable {
  readonly code: "operation_not_undoable";
}

export function operationNotUndoable(): OperationNotUndoable {
  return { code: "operation_not_undoable" };
}
