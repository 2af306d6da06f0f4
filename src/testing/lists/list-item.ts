import type { Position } from "../../application/ports/queries.ts";

/** What a case says of a row, whatever the list is: what order and search depend on. */
export interface Item extends Position {
  readonly words: readonly string[];
}

export function item(id: string, parts: Partial<Item> = {}): Item {
  return { id, nameKey: id, words: [id], ...parts };
}
