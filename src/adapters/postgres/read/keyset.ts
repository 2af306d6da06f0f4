import type { Position } from "../../../application/ports/queries.ts";
import type { Bindings } from "../bindings.ts";

/** What `(name_key, id) > (…)` compares with. No id is empty, so two empty strings come before every row. */
export function startOf(bind: Bindings, after: Position | null): string {
  const { nameKey, id } = after ?? { nameKey: "", id: "" };
  return `${bind.text(nameKey)}, ${bind.text(id)}`;
}
