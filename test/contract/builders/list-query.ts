import { need } from "../../../src/application/ports/need.ts";
import type { ListQuery } from "../../../src/application/ports/queries.ts";
import type { OrganizationId } from "../../../src/domain/shared/ids.ts";

/** A query for the whole of a short list. */
export function listQuery(organizationId: OrganizationId, parts: Partial<ListQuery> = {}): ListQuery {
  return { organizationId, need: need({}), words: [], limit: 100, after: null, ...parts };
}
