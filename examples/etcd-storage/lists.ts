import type * as port from "workspace-roster/storage";
import { type Keys, under } from "./keys.ts";
import type { Read } from "./snapshot.ts";

// etcd sorts and finds by key only. So a list reads all rows of its organization and makes the page here, which is fine
// for thousands of rows. For more, write sorted keys for each list in the transaction of the commit.

type PeopleQuery = port.ListQuery & { readonly workspaceId?: port.WorkspaceId };
type EventsOf = port.EventsQuery & Pick<port.ListQuery, "organizationId">;
type Listed = port.Position & { readonly words: readonly string[] };

export const organizationMembers = (read: Read, keys: Keys, query: port.OrganizationMembersQuery) =>
  people(read, keys, query, ({ organizationRole: role }) => query.role === null || role === query.role);

export const workspaceMembers = (read: Read, keys: Keys, query: port.WorkspaceMembersQuery) =>
  people(read, keys, query, ({ workspaceRole: role }) => role !== null && role === (query.role ?? role));

export const candidates = (read: Read, keys: Keys, query: port.CandidatesQuery) =>
  people(read, keys, query, () => true);

async function people(read: Read, keys: Keys, query: PeopleQuery, isListed: (row: port.PersonRow) => boolean) {
  const { member, assignment } = await read({
    member: [under(keys.members)],
    assignment: query.workspaceId === undefined ? [] : [under(keys.assignmentsIn(query.workspaceId))],
  });
  const roles = new Map(assignment.map(({ userId, role }) => [userId, role]));
  const rows = member.map(({ role: organizationRole, ...row }) => {
    return { ...row, id: row.userId, organizationRole, workspaceRole: roles.get(row.userId) ?? null };
  });
  return page(query, rows.filter(isListed));
}

export async function workspaces(read: Read, keys: Keys, query: port.WorkspacesQuery) {
  const { workspace } = await read({ workspace: [under(keys.workspaces)] });
  const rows = workspace.map((row) => ({ ...row, id: row.workspaceId }));
  return page(
    query,
    rows.filter(({ status }) => query.includeArchived || status === "active"),
  );
}

export async function workspacesOf(read: Read, keys: Keys, query: port.WorkspacesOfQuery) {
  const assignment = [under(keys.assignmentsOf(query.userId))];
  const found = await read({ workspace: [under(keys.workspaces)], assignment });
  const roles = new Map(found.assignment.map(({ workspaceId, role }) => [workspaceId, role]));
  const rows = found.workspace.flatMap((row) => {
    const role = row.status === "active" ? roles.get(row.workspaceId) : undefined;
    return role === undefined ? [] : [{ ...row, id: row.workspaceId, role }];
  });
  return page(query, rows);
}

/** The rows of one page. Uses words and name keys as the library made them, without folding or deriving anything. */
function page<Row extends Listed>({ words, after, limit }: port.ListQuery, rows: readonly Row[]) {
  return rows
    .filter((row) => words.every((prefix) => row.words.some((word) => word.startsWith(prefix))))
    .filter((row) => after === null || place(row).compare(place(after)) > 0)
    .sort((left, right) => place(left).compare(place(right)))
    .slice(0, limit)
    .map(({ id: _, words: __, ...row }) => row);
}

/** The port compares bytes; JavaScript would compare UTF-16 units. No name contains a zero, so the zero sorts first. */
const place = ({ nameKey, id }: port.Position) => Buffer.from(`${nameKey}\0${id}`);

/** There may be any number of events, so they are read 100 commits at a time, until enough of them match. */
export const eventsAfter = (after: number, limit: number) => async (read: Read, keys: Keys, query: EventsOf) => {
  const { workspaceId, userId, operationId } = query;
  const filters = Object.entries({ workspaceId, userId, operationId }).filter(([, id]) => id !== null);
  const rows: port.RosterEvent[] = [];
  for (let seen = after; rows.length < limit;) {
    const found = await read({ events: [{ ...under(keys.events, keys.eventsUpTo(seen + 1)), limit: 100 }] });
    const fresh = found.events.flat().filter(({ sequence }) => sequence > seen); // The commit may have begun before `seen`.
    rows.push(...fresh.filter((event) => filters.every(([name, id]) => Reflect.get(event, name) === id)));
    if (fresh.length === 0) break;
    seen = Math.max(...fresh.map(({ sequence }) => sequence));
  }
  return rows.slice(0, limit);
};
