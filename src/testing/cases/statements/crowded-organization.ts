import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { OrganizationMemberRecord } from "../../../application/ports/records.ts";
import { need } from "../../../application/ports/need.ts";
import type { Write } from "../../../application/ports/write.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { operationId, userId, workspaceId } from "../../builders/ids.ts";
import { memberAdded, workspaceMemberAdded } from "../../builders/new-events.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { dump } from "../../dump.ts";
import { loaded, valueOf } from "../../expectations.ts";

export const users = ["u1", "u2", "u3", "u4", "u5", "u6", "u7"];
export const places = ["home", "lab"];

/** A person of the crowd: one of two names, a word that all have, one that only the last have, and one of their own. */
export function person(user: string, parts: Partial<OrganizationMemberRecord> = {}): OrganizationMemberRecord {
  return aMember(user, {
    nameKey: user < "u4" ? "kim" : "lee",
    words: ["all", `own-${user}`, ...(user < "u5" ? [] : ["rare"])],
    ...parts,
  });
}

/** Writes that give an organization these people, all of them in both places. */
export function crowd(
  people: readonly OrganizationMemberRecord[],
  among: readonly string[] = places,
): readonly Write[] {
  return [
    ...people.map((each) => insert.member(each)),
    ...among.flatMap((place) => people.map((each) => insert.assignment(anAssignment(place, each.userId)))),
  ];
}

/**
 * An organization with the same rows, events and commands as each other one that is made by this function. With a
 * suffix, its users and workspaces have other ids, but the same names and words.
 */
export async function crowded(storage: RosterStorage, id: string, suffix = ""): Promise<BatchBuilder> {
  const builder = batchBuilder(storage, id);
  const [home = "", lab = ""] = places.map((place) => `${place}${suffix}`);
  const spaces = [
    aWorkspace(home, { nameKey: "place", words: ["all", "home"] }),
    aWorkspace(lab, { nameKey: "place", words: ["all", "lab"] }),
    aWorkspace(`zoo${suffix}`, { nameKey: "zoo", words: ["all", "zoo"] }),
  ].map((each) => insert.workspace(each));
  const people = users.map((user) => ({ ...person(user), userId: userId(`${user}${suffix}`) }));
  const newEvents = people.flatMap((each) => [memberAdded(each.userId), workspaceMemberAdded(home, each.userId)]);
  await builder.commit({ writes: [insert.organization(anOrganization()), ...spaces] });
  await builder.commitWrites(people.map((each) => crowd([each], [home, lab])));
  await builder.commitEvents(newEvents);
  return builder;
}

/** A short page whose matches are at the end of the list takes the way for rare words, if a store has one. */
const searches = [
  { words: ["own-u7"], limit: 1 },
  { words: ["rare"], limit: 1 },
  { words: ["all"], limit: 100 },
  { words: ["all", "own-u2"], limit: 100 },
  { words: ["new"], limit: 100 },
  { words: ["lab"], limit: 100 },
];

/** Everything that a store returns about an organization, through every search and filter as well. */
export async function seen(storage: RosterStorage, organizationId: OrganizationId): Promise<unknown> {
  const [home, lab] = [workspaceId("home"), workspaceId("lab")];
  const lists: unknown[] = [];
  for (const search of searches) {
    const query = listQuery(organizationId, search);
    const admins = { ...query, role: "admin" } as const;
    const { read } = storage;
    const pages = await Promise.all([
      valueOf(read.organizationMembers({ ...query, role: null }, {})),
      valueOf(read.organizationMembers(admins, {})),
      valueOf(read.workspaceMembers({ ...query, workspaceId: home, role: null }, {})),
      valueOf(read.workspaceMembers({ ...admins, workspaceId: lab }, {})),
      valueOf(read.candidates({ ...query, workspaceId: lab }, {})),
      valueOf(read.workspaces({ ...query, includeArchived: false }, {})),
      valueOf(read.workspacesOf({ ...query, userId: userId("u2") }, {})),
    ]);
    lists.push(pages.map(({ rows }) => rows));
  }
  const filters = [
    { userId: userId("u2") },
    { workspaceId: home },
    { userId: userId("u2"), workspaceId: home },
    { operationId: operationId("operation-3") },
  ];
  const events = await Promise.all(
    filters.map((filter) => valueOf(storage.events(organizationId, 0, 100, eventsQuery(filter)))),
  );
  const { workspaces, assignments } = await loaded(
    storage,
    organizationId,
    need({ workspacesNamedLike: [home], workspaceNames: ["place", "new"], allAssignmentsOf: users.map(userId) }),
  );
  const all = await dump(storage, organizationId);
  return { all, lists, events: events.map(({ rows }) => rows), workspaces, assignments };
}
