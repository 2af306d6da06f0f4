import type { Need } from "../../../src/application/ports/need.ts";
import type {
  OrganizationMembersQuery,
  PersonRow,
  WorkspaceMembersQuery,
  WorkspacesQuery,
} from "../../../src/application/ports/queries.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import {
  type Breaks,
  broken,
  type BrokenStorage,
  type ListName,
  roundTrip,
  withCommit,
  withReader,
} from "./broken-storage.ts";

/** Loads fewer facts with the pages of a list. */
const needsLess =
  (list: ListName, without: Partial<Need>): Breaks =>
  (storage) =>
    withReader(storage, list, (query, ask) => ask({ ...query, need: { ...query.need, ...without } }));

const readsFactsFirst =
  (list: ListName): Breaks =>
  (storage) =>
    withReader(storage, list, async (query, ask) => {
      const facts = await valueOf(storage.load(query.organizationId, query.need, {}));
      await roundTrip();
      return { ...(await ask(query)), facts };
    });

/** Returns less of the rows of every page but the first. */
const tellsLess =
  (list: ListName, less: object): Breaks =>
  (storage) =>
    withReader(storage, list, async (query, ask) => {
      const page = await ask(query);
      return query.after === null ? page : { ...page, rows: page.rows.map((row) => ({ ...row, ...less })) };
    });

/** Filters by role after it has cut off the page. */
const filtersLate =
  (list: "organizationMembers" | "workspaceMembers", roleOf: (row: PersonRow) => string | null): Breaks =>
  (storage) =>
    withReader(storage, list, async (query, ask) => {
      const { role } = query as OrganizationMembersQuery | WorkspaceMembersQuery;
      const page = await ask({ ...query, role: null } as typeof query);
      return { ...page, rows: page.rows.filter((row) => role === null || roleOf(row as PersonRow) === role) };
    });

/** Keeps the words of members who left, and finds them by these words when they come back. */
const keepsWords: Breaks = (storage) => {
  const kept = new Map<string, readonly string[]>();
  return withCommit(storage, (batch) => {
    const writes = batch.writes.map((write) => {
      if (write.kind !== "put" || write.table !== "organization_member") return write;
      const key = JSON.stringify([batch.organizationId, write.record.userId]);
      const before = write.expected === "absent" ? (kept.get(key) ?? []) : [];
      const words = [...new Set([...before, ...write.record.words])].sort();
      kept.set(key, words);
      return { ...write, record: { ...write.record, words } };
    });
    return valueOf(storage.commit({ ...batch, writes }, {}));
  });
};

const searchesActive: Breaks = (storage) =>
  withReader(storage, "workspaces", (query, ask) => {
    const { includeArchived } = query as WorkspacesQuery;
    return ask({ ...query, includeArchived: includeArchived && query.words.length === 0 } as typeof query);
  });

/** Returns events with facts that lack the named parts. */
const eventsNeedLess =
  (without: Partial<Need>): Breaks =>
  (storage) => ({
    ...storage,
    events: (organizationId, after, limit, query) =>
      storage.events(organizationId, after, limit, { ...query, need: { ...query.need, ...without } }),
  });

const lacks: readonly Partial<Need>[] = [
  { grantingEvents: false },
  { anyMembers: null },
  { assignmentsInSameWorkspaces: [] },
];
const everyPart = "returns all facts with a page that load returns, for every part of a need";
const eventLacks: readonly Partial<Need>[] = [
  ...lacks,
  { command: null },
  { workspaceNames: [] },
  { workspacesNamedLike: [] },
  { allAssignmentsOf: [] },
];
const onEveryPage = "returns the same row on whatever page it is";

export const brokenPages: readonly BrokenStorage[] = [
  ...listKinds.flatMap(({ name }) => [
    ...lacks.map((without) =>
      broken(
        `gives no ${Object.keys(without).join()} with the pages of ${name}`,
        needsLess(name, without),
        `read: ${name} › ${everyPart}`,
      ),
    ),
    broken(
      `reads the facts of ${name} a moment before the page`,
      readsFactsFirst(name),
      `read: ${name} › returns a page and its facts of one revision while others commit`,
    ),
  ]),
  ...eventLacks.map((without) =>
    broken(`gives no ${Object.keys(without).join()} with events`, eventsNeedLess(without), `events › ${everyPart}`),
  ),
  broken(
    "returns the roles of candidates on the first page only",
    tellsLess("candidates", { workspaceRole: null }),
    `read: candidates › ${onEveryPage}`,
  ),
  broken(
    "returns emails on the first page only",
    tellsLess("organizationMembers", { email: null }),
    `read: organizationMembers › ${onEveryPage}`,
  ),
  broken(
    "returns the role in a workspace on the first page only",
    tellsLess("workspacesOf", { role: "member" }),
    `read: workspacesOf › ${onEveryPage}`,
  ),
  broken(
    "filters by workspace role after cutting off the page",
    filtersLate("workspaceMembers", ({ workspaceRole }) => workspaceRole),
    "read: workspaceMembers › pages through the members with a role",
  ),
  broken(
    "filters by organization role after cutting off the page",
    filtersLate("organizationMembers", ({ organizationRole }) => organizationRole),
    "read: organizationMembers › pages through the members with a role who match a search word",
  ),
  broken(
    "finds members who came back by their earlier words",
    keepsWords,
    ...["organizationMembers", "workspaceMembers", "candidates"].map(
      (name) => `read: ${name} › finds a row that was removed and came back only by its new words`,
    ),
  ),
  broken(
    "searches active workspaces only",
    searchesActive,
    "read: workspaces › finds archived workspaces by a search word if they are asked for",
  ),
];
