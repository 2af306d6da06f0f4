import type { ListPage, ListQuery } from "../../../application/ports/queries.ts";
import { factsParts } from "../load/load-facts.ts";
import { jsonRows, type Reading } from "../reading.ts";
import { type Scope, scopeOf, statementOf } from "../scope.ts";
import type { Tables } from "../tables.ts";

/** What one list contributes to its statement. */
export interface ListParts {
  /** Named subqueries, the last of which is `page`. */
  readonly ctes: readonly string[];
  /** The fields of a row of the page; null if its column `listed` has them already. */
  readonly fields: string | null;
}

/** One page with the facts that authorize the caller: one statement, so that both are from one snapshot. */
export function listPage<Query extends ListQuery, Item>(
  tables: Tables,
  query: Query,
  partsOf: (scope: Scope, query: Query) => ListParts,
  itemOf: (stored: unknown) => Item,
): Reading<ListPage<Item>> {
  const scope = scopeOf(tables, query.organizationId);
  const facts = factsParts(scope, query.need);
  const { ctes, fields } = partsOf(scope, query);
  const listed = fields === null ? "item.listed" : `json_build_array(${fields})`;
  const rows = `(SELECT json_agg(${listed} ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows`;
  return {
    statement: statementOf(scope, [...facts.ctes, ...ctes], [...facts.columns, rows]),
    answerOf: (row) => ({
      facts: facts.factsIn(row),
      rows: jsonRows(row?.["page_rows"]).map((stored) => itemOf(stored)),
    }),
  };
}
