import type { Position } from "../../application/ports/queries.ts";
import { compareBytes } from "../../domain/values/byte-order.ts";

/** The order of every list: by name key, then by id, both byte for byte. */
export function comparePositions(left: Position, right: Position): number {
  return compareBytes(left.nameKey, right.nameKey) || compareBytes(left.id, right.id);
}
