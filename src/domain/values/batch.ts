import { err, ok, type Result } from "neverthrow";
import { membersRejected, type MembersRejected } from "./members-rejected.ts";

/** `atomic`: one rejected item refuses the whole batch. `partial`: valid items are applied, and the rest are listed as `rejected`. */
export type BatchMode = "atomic" | "partial";

/** The most users that one command takes (rule M2). */
export const maxBatchSize = 10_000;

/** The most changes that one commit takes, one for each event (rule M2). */
export const maxCommitSize = 50_000;

/** The items of a batch by verdict, each list in input order. */
export interface JudgedBatch<Item, Rejection> {
  readonly accepted: readonly Item[];
  readonly unchanged: readonly Item[];
  readonly rejected: readonly Rejection[];
}

/** What a command did with each user of its batch, by effect. */
export type BatchResult<Effect extends string, Item, Rejection> = Readonly<
  Record<Effect | "unchanged", readonly Item[]>
> & { readonly rejected: readonly Rejection[] };

/** Judges every item, instead of stopping at the first rejected one (rule M3). */
export function judgeBatch<Item, Rejection extends object>(
  items: readonly Item[],
  mode: BatchMode,
  judge: (item: Item) => "accepted" | "unchanged" | Rejection,
): Result<JudgedBatch<Item, Rejection>, MembersRejected<Rejection>> {
  const accepted: Item[] = [];
  const unchanged: Item[] = [];
  const rejected: Rejection[] = [];
  for (const item of items) {
    const verdict = judge(item);
    if (verdict === "accepted") accepted.push(item);
    else if (verdict === "unchanged") unchanged.push(item);
    else rejected.push(verdict);
  }
  return mode === "atomic" && rejected.length > 0
    ? err(membersRejected(rejected))
    : ok({ accepted, unchanged, rejected });
}
