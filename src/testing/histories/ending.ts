import { need } from "../../application/ports/need.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { eventsQuery } from "../builders/queries.ts";
import { userId, workspaceId } from "../builders/ids.ts";
import { sortedFacts, valueOf } from "../expectations.ts";
import { plainText } from "../text/plain-text.ts";
import { everythingOf, type Reference } from "../reference/reference.ts";

/** The users and workspaces that a history may name, including those that should not exist at the end. */
export interface Cast {
  readonly userIds: readonly string[];
  readonly workspaceIds: readonly string[];
}

/** Everything that a handle returns about one organization, as text. */
export async function endingOf(
  storage: RosterStorage,
  organizationId: OrganizationId,
  { userIds, workspaceIds }: Cast,
): Promise<string> {
  const users = userIds.map(userId);
  const workspaces = workspaceIds.map(workspaceId);
  const everything = need({
    anyMembers: users.length + 1_000,
    members: users,
    workspaces,
    assignments: workspaces.map((id) => ({ workspaceId: id, userIds: users })),
  });
  const { facts, rows } = await valueOf(storage.events(organizationId, 0, 10_000, eventsQuery({ need: everything })));
  return plainText({ facts: sortedFacts(facts), events: rows });
}

/** The same text, from the reference. */
export function expectedEnding(reference: Reference): string {
  return plainText({ facts: everythingOf(reference), events: reference.events });
}
