/** The batch names no users. */
export interface EmptyBatch {
  readonly code: "empty_batch";
}

export function emptyBatch(): EmptyBatch {
  return { code: "empty_batch" };
}
