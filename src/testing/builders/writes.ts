import type { Write } from "../../application/ports/write.ts";
import { inByteOrder } from "../text/byte-order.ts";
import { userId, workspaceId } from "./ids.ts";

type Record<Table extends Write["table"]> = Extract<Write, { readonly kind: "put"; readonly table: Table }>["record"];

function puts(expected: "absent" | "present") {
  return {
    organization: (record: Record<"organization">): Write => ({
      kind: "put",
      table: "organization",
      expected,
      record,
    }),
    member: (record: Record<"organization_member">): Write => ({
      kind: "put",
      table: "organization_member",
      expected,
      record,
    }),
    workspace: (record: Record<"workspace">): Write => ({ kind: "put", table: "workspace", expected, record }),
    assignment: (record: Record<"role_assignment">): Write => ({
      kind: "put",
      table: "role_assignment",
      expected,
      record,
    }),
  };
}

export const insert = puts("absent");
export const replace = puts("present");

export const remove = {
  member: (user: string): Write => ({
    kind: "delete",
    table: "organization_member",
    expected: "present",
    key: { userId: userId(user) },
  }),
  assignment: (workspace: string, user: string): Write => ({
    kind: "delete",
    table: "role_assignment",
    expected: "present",
    key: { workspaceId: workspaceId(workspace), userId: userId(user) },
  }),
};

const tables: readonly Write["table"][] = ["organization", "organization_member", "workspace", "role_assignment"];

/** Sorts writes into the order that the port requires. */
export function sortedWrites(writes: readonly Write[]): readonly Write[] {
  return inByteOrder(writes, (write) => [String(tables.indexOf(write.table)), ...keyOf(write)]);
}

function keyOf(write: Write): readonly string[] {
  const row = write.kind === "put" ? write.record : write.key;
  return ["workspaceId" in row ? row.workspaceId : "", "userId" in row ? row.userId : ""];
}
