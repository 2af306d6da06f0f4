import type { Position } from "../../application/ports/queries.ts";

/** A row of any list, with everything that order and search depend on. */
export interface Item extends Position {
  readonly words: readonly string[];
}

export function item(id: string, parts: Partial<Item> = {}): Item {
  return { id, nameKey: id, words: [id], ...parts };
}
