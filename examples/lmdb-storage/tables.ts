import { type Database, open, type RootDatabaseOptionsWithPath } from "lmdb";
import type * as port from "workspace-roster/storage";

export type Tables = ReturnType<typeof openTables>;

/** Opens a table for each kind of row. Values are encoded as JSON at once, so whatever goes in or comes out is a copy. */
export function openTables(options: RootDatabaseOptionsWithPath) {
  const root = open(options);
  const table = <Row>(name: string): Database<Row, Uint8Array> =>
    root.openDB(name, { encoding: "json", keyEncoding: "binary" });
  return {
    root,
    guard: table<Pick<port.Facts, "revision" | "lastSequence" | "lastAt">>("guard"),
    command: table<port.CommandRecord>("command"),
    organization: table<port.Organization>("organization"),
    organization_member: table<port.OrganizationMemberRecord>("organization_member"),
    workspace: table<port.WorkspaceRecord>("workspace"),
    role_assignment: table<port.RoleAssignment>("role_assignment"),
    /** The same rows with the user first, for reads that begin with a user. */
    assignment_of_user: table<port.RoleAssignment>("assignment_of_user"),
    event: table<port.RosterEvent>("event"),
  };
}

/** Joins the parts with a zero byte. No id holds one, so no id is mistaken for another that begins with it. */
export function keyOf(...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.from(
    parts.map((part) => (typeof part === "number" ? String(part).padStart(16, "0") : part)).join("\0"),
  );
}

/** The rows whose keys begin with these parts, in byte order and read one at a time; `from` is the lowest next part. */
export function* rowsOf<Row>(table: Database<Row, Uint8Array>, parts: readonly string[], from: string | number = "") {
  const range = { start: keyOf(...parts, from), end: Buffer.concat([keyOf(...parts), Buffer.of(1)]) };
  for (const { value } of table.getRange(range)) yield value;
}

/** The first rows that match. No row is read after them. */
export function take<Row>(limit: number, rows: Iterable<Row>, matches = (_row: Row): boolean => true): readonly Row[] {
  const taken: Row[] = [];
  if (limit > 0) for (const row of rows) if (matches(row) && taken.push(row) === limit) break;
  return taken;
}
