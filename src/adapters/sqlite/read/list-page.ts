import type { ListPage, ListQuery } from "../../../application/ports/queries.ts";
import type { Connection } from "../connection.ts";
import { loadFacts } from "../load/load-facts.ts";

/** The rows of a list with the facts that it is judged by. The caller has a transaction open, so that both are one picture. */
export function listPage<Row>(connection: Connection, query: ListQuery, rows: () => readonly Row[]): ListPage<Row> {
  return { facts: loadFacts(connection, query.organizationId, query.need), rows: rows() };
}
