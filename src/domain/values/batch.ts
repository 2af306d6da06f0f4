import { err, ok, type Result } from "neverthrow";
import { membersRejected, type MembersRejected } from "./members-rejected.ts";

/** `atomic`: one rejected item refuses the whole batch. `partial`: the good items happen and the rest are listed. */
export type BatchMode = "atomic" | "partial";

/** The most users that one command takes (rule M2). */
export const maxBatchSize = 10_000;

/** The most changes that one commit carries, one for each event (rule M2). */
export const maxCommitSize = 50_000;

/** The items of a batch by what becomes of them, each list in input order. */
export interface JudgedBatch<Item, Rejection> {
  readonly accepted: readonly Item[];
  readonly unchanged: readonly Item[];
  readonly rejected: readonly Rejection[];
}

/** Judges every item and never stops at the first bad one (rule M3). */
export function judgeBatch<Item, Rejection extends object>(
  items: readonly Item[],
  mode: BatchMode,
  judge: (item: Item) => "accepted" | "unchanged" | Rejection,
): Result<JudgedBatch<Item, Rejection>, MembersRejected<Rejection>> {
  const accepted: Item[] = [];
  const unchanged: Item[] = [];
  const rejected: Rejection[] = [];
  for (const item of items) {
    const judgement = judge(item);
    if (judgement === "accepted") accepted.push(item);
    else if (judgement === "unchanged") unchanged.push(item);
    else rejected.push(judgement);
  }
  return mode === "atomic" && rejected.length > 0
    ? err(membersRejected(rejected))
    : ok({ accepted, unchanged, rejected });
}
