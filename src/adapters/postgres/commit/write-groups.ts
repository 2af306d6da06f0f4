import type { Write } from "../../../application/ports/write.ts";

type Put<Table extends Write["table"]> = Extract<Write, { readonly kind: "put"; readonly table: Table }>;
type Deleted<Table extends Write["table"]> = Extract<Write, { readonly kind: "delete"; readonly table: Table }>["key"];

/** The writes to one table, grouped by what they do. */
export interface Group<Table extends Write["table"]> {
  readonly inserted: Put<Table>["record"][];
  readonly replaced: Put<Table>["record"][];
  readonly deleted: Deleted<Table>[];
}

export type WriteGroups = { readonly [Table in Write["table"]]: Group<Table> };

export function groupWrites(writes: readonly Write[]): WriteGroups {
  const groups: WriteGroups = {
    organization: { inserted: [], replaced: [], deleted: [] },
    organization_member: { inserted: [], replaced: [], deleted: [] },
    workspace: { inserted: [], replaced: [], deleted: [] },
    role_assignment: { inserted: [], replaced: [], deleted: [] },
  };
  for (const write of writes) {
    const group = groups[write.table] as { readonly [Kind in keyof Group<Write["table"]>]: unknown[] };
    if (write.kind === "delete") group.deleted.push(write.key);
    else (write.expected === "absent" ? group.inserted : group.replaced).push(write.record);
  }
  return groups;
}
