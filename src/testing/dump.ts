import { need } from "../application/ports/need.ts";
import { eventsQuery } from "./builders/queries.ts";
import type { RosterStorage } from "../application/ports/roster-storage.ts";
import type { OrganizationId } from "../domain/values/ids.ts";
import { loaded, valueOf } from "./expectations.ts";

const all = { need: need({}), words: [], limit: 20_000, after: null };

/** Everything that a store returns about one organization, through every method. If two dumps are equal, nothing changed. */
export async function dump(storage: RosterStorage, organizationId: OrganizationId): Promise<unknown> {
  const query = { ...all, organizationId };
  const people = (await valueOf(storage.read.organizationMembers({ ...query, role: null }, {}))).rows;
  const places = (await valueOf(storage.read.workspaces({ ...query, includeArchived: true }, {}))).rows;
  const userIds = people.map(({ userId }) => userId);
  const workspaces = places.map(({ workspaceId }) => workspaceId);
  return {
    people,
    places,
    facts: await loaded(storage, organizationId, {
      anyMembers: 20_000,
      workspaces,
      assignments: workspaces.map((workspaceId) => ({ workspaceId, userIds })),
    }),
    inside: await inTurn(workspaces, async (workspaceId) => [
      (await valueOf(storage.read.workspaceMembers({ ...query, workspaceId, role: null }, {}))).rows,
      (await valueOf(storage.read.candidates({ ...query, workspaceId }, {}))).rows,
    ]),
    workspacesOf: await inTurn(
      userIds,
      async (userId) => (await valueOf(storage.read.workspacesOf({ ...query, userId }, {}))).rows,
    ),
    events: (await valueOf(storage.events(organizationId, 0, 20_000, eventsQuery()))).rows,
  };
}

async function inTurn<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}
