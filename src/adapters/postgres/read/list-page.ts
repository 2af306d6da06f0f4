import type { ListPage, ListQuery } from "../../../application/ports/queries.ts";
import { jsonRows } from "../json-column.ts";
import { factsParts } from "../load/load-facts.ts";
import type { Reading } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";
import type { Tables } from "../tables.ts";

/** How a list is read. */
export interface ListParts {
  /** Queries, the last of which is named `page`. */
  readonly ctes: readonly string[];
  /** The fields of a row of the page; null where it has them as `listed`. */
  readonly fields: string | null;
}

/** One page with the facts that it is judged by: one statement, so that both are one picture. */
export function listPage<Query extends ListQuery, Item>(
  tables: Tables,
  query: Query,
  partsOf: (scope: Scope, query: Query) => ListParts,
  itemOf: (stored: unknown) => Item,
): Reading<ListPage<Item>> {
  const scope = scopeOf(tables, query.organizationId);
  const facts = factsParts(scope, query.need);
  const { ctes, fields } = partsOf(scope, query);
  const listed = fields === null ? "r.listed" : `json_build_array(${fields})`;
  const rows = `(SELECT json_agg(${listed} ORDER BY r.name_key, r.id)::text FROM page AS r) AS page_rows`;
  return {
    statement: statementOf(scope, [...facts.ctes, ...ctes], [...facts.columns, rows]),
    answerOf: (row) => ({
      facts: facts.factsIn(row),
      rows: jsonRows(row?.["page_rows"]).map((stored) => itemOf(stored)),
    }),
  };
}
