import { refuse } from "./refusal.ts";
import type { Fields } from "./world.ts";

/** The items of a batch by their result, each list in input order. */
export interface ClassifiedItems<Item> {
  readonly accepted: readonly Item[];
  readonly unchanged: readonly Item[];
  readonly rejected: readonly Fields[];
}

/** Rule M3: an atomic batch with a rejected item is refused as a whole, with all rejected items. */
export function classifyItems<Item>(
  items: readonly Item[],
  mode: string | undefined,
  judge: (item: Item) => "accepted" | "unchanged" | Fields,
): ClassifiedItems<Item> {
  const classified = { accepted: [] as Item[], unchanged: [] as Item[], rejected: [] as Fields[] };
  for (const item of items) {
    const judgement = judge(item);
    if (judgement === "accepted") classified.accepted.push(item);
    else if (judgement === "unchanged") classified.unchanged.push(item);
    else classified.rejected.push(judgement);
  }
  if (mode !== "partial" && classified.rejected.length > 0)
    refuse("members_rejected", { rejected: classified.rejected });
  return classified;
}

export function rolesOf(items: readonly { readonly userId: string; readonly role: string }[]): readonly Fields[] {
  return items.map(({ userId, role }) => ({ userId, role }));
}
