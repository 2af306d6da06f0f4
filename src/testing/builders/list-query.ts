import { need } from "../../application/ports/need.ts";
import type { ListQuery } from "../../application/ports/queries.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";

/** A query for the whole of a short list. */
export function listQuery(organizationId: OrganizationId, parts: Partial<ListQuery> = {}): ListQuery {
  return { organizationId, need: need({}), words: [], limit: 100, after: null, ...parts };
}
