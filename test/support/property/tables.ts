import { evolve, noFacts, type OrganizationFacts, type OrganizationId, type RosterEvent } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { indexFacts } from "../../../src/application/engine/index-facts.ts";
import { need } from "../../../src/application/ports/need.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { userIds, workspaceIds } from "./values.ts";

export async function eventsOf(
  storage: RosterStorage,
  organizationId: OrganizationId,
): Promise<readonly RosterEvent[]> {
  const all = { need: need({}), workspaceId: null, userId: null, operationId: null };
  return (await valueOf(storage.events(organizationId, 0, 1_000_000, all))).rows;
}

/** The organization according to its events. */
export async function replayed(storage: RosterStorage, organizationId: OrganizationId): Promise<OrganizationFacts> {
  return evolve(noFacts(organizationId), await eventsOf(storage, organizationId));
}

/** The organization according to its tables. Loads every id that tests use, including rows that no list would show. */
export async function tablesOf(storage: RosterStorage, organizationId: OrganizationId): Promise<OrganizationFacts> {
  const query = { organizationId, need: need({}), words: [], limit: 1_000_000, after: null, includeArchived: true };
  const { rows } = await valueOf(storage.read.workspaces(query, {}));
  const workspaces = [...workspaceIds, ...rows.map(({ workspaceId }) => workspaceId)];
  const assignments = workspaces.map((workspaceId) => ({ workspaceId, userIds }));
  const wanted = need({ members: userIds, anyMembers: 1_000_000, workspaces, assignments });
  return indexFacts(organizationId, await valueOf(storage.load(organizationId, wanted, {})));
}

export async function revisionOf(storage: RosterStorage, organizationId: OrganizationId): Promise<number> {
  return (await valueOf(storage.load(organizationId, need({}), {}))).revision;
}
