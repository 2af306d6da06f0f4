/** A command for many users that names none. */
export interface EmptyBatch {
  readonly code: "empty_batch";
}

export function emptyBatch(): EmptyBatch {
  return { code: "empty_batch" };
}
