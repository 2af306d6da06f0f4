import type { ListQuery, Position } from "../../application/ports/queries.ts";
import { inByteOrder } from "../text/byte-order.ts";
import { type Found, type ListName, listQuestions } from "./list-questions.ts";
import type { Rows } from "./rows.ts";

/** A list without the types of its own filters: what follows is the same for all lists. */
type AnyFound = (rows: Rows, query: ListQuery) => readonly Found<unknown>[];

/** All rows of a list that match the query, in order, whatever its limit and place. */
export function wholeList(name: ListName, rows: Rows, query: ListQuery): readonly Found<unknown>[] {
  const found = listQuestions[name].found as unknown as AnyFound;
  return inByteOrder(
    found(rows, query).filter(({ record }) => matches(record.words, query.words)),
    ({ id, record }) => [record.nameKey, id],
  );
}

/** The page of these rows that the query asks for. */
export function pageOf(
  all: readonly Found<unknown>[],
  { after, limit }: Pick<ListQuery, "after" | "limit">,
): readonly unknown[] {
  const behind = after === null ? all : all.filter((each) => isBehind(positionOf(each), after));
  return behind.slice(0, limit).map(({ row }) => row);
}

export function positionOf({ id, record }: Found<unknown>): Position {
  return { nameKey: record.nameKey, id };
}

function matches(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((each) => words.some((word) => word.startsWith(each)));
}

function isBehind(position: Position, after: Position): boolean {
  if (position.nameKey === after.nameKey && position.id === after.id) return false;
  const [first] = inByteOrder([position, after], ({ nameKey, id }) => [nameKey, id]);
  return first === after;
}
