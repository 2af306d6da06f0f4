import { refuse } from "./refusal.ts";
import type { Told } from "./world.ts";

/** What becomes of each item of a batch, in input order. */
export interface Sorted<Item> {
  readonly accepted: readonly Item[];
  readonly unchanged: readonly Item[];
  readonly rejected: readonly Told[];
}

/** Rule M3: an atomic batch with a rejected item is refused with all of them. */
export function sortOut<Item>(
  items: readonly Item[],
  mode: string | undefined,
  judge: (item: Item) => "accepted" | "unchanged" | Told,
): Sorted<Item> {
  const sorted = { accepted: [] as Item[], unchanged: [] as Item[], rejected: [] as Told[] };
  for (const item of items) {
    const judgement = judge(item);
    if (judgement === "accepted") sorted.accepted.push(item);
    else if (judgement === "unchanged") sorted.unchanged.push(item);
    else sorted.rejected.push(judgement);
  }
  if (mode !== "partial" && sorted.rejected.length > 0) refuse("members_rejected", { rejected: sorted.rejected });
  return sorted;
}

export function rolesOf(items: readonly { readonly userId: string; readonly role: string }[]): readonly Told[] {
  return items.map(({ userId, role }) => ({ userId, role }));
}
