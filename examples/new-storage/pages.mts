import type { ListQuery, OrganizationMemberRecord, Position, WorkspaceRecord } from "workspace-roster/storage";

/** A row that can be listed: its id is that of the user or of the workspace. */
export type Listed<Row> = Row & { readonly nameKey: string; readonly words: readonly string[] };

/**
 * Makes one page of rows: those that match every word and come after the position, in order, without their words.
 *
 * For a start, give it all rows of the organization. That is fine for thousands of rows; for more, let your store search,
 * sort and stop at the limit, by words and name keys as they are: never fold case, trim or normalize them.
 */
export function pageOf<Row>(
  { words, after, limit }: ListQuery,
  rows: readonly Listed<Row>[],
  idOf: (row: Row) => string,
): readonly Omit<Listed<Row>, "words">[] {
  const place = (row: Listed<Row>): Buffer => bytesOf({ nameKey: row.nameKey, id: idOf(row) });
  return rows
    .filter((row) => words.every((prefix) => row.words.some((word) => word.startsWith(prefix))))
    .filter((row) => after === null || place(row).compare(bytesOf(after)) > 0)
    .sort((left, right) => place(left).compare(place(right)))
    .slice(0, limit)
    .map(({ words: _, ...row }) => row);
}

/** JavaScript would compare UTF-16 units; the port compares bytes of UTF-8. No name has a zero, so a shorter one sorts first. */
function bytesOf({ nameKey, id }: Position): Buffer {
  return Buffer.from(`${nameKey}\0${id}`);
}

/** A member or workspace of `Facts` has neither the name key nor the words of its record. */
export function factOf<Stored extends OrganizationMemberRecord | WorkspaceRecord>(
  record: Stored,
): Omit<Stored, "nameKey" | "words"> {
  const { nameKey: _, words: __, ...fact } = record;
  return fact;
}
