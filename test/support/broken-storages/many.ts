import type { Facts } from "../../../src/application/ports/need.ts";
import type { EventsQuery } from "../../../src/application/ports/queries.ts";
import { type Breaks, broken, type BrokenStorage } from "./broken-storage.ts";

const ofManyWorkspaces =
  "load › returns every role and workspace of a user who has many, and another user's roles there";
const ofManyGrants = "load › returns the granting events of many assignments";
const byName = "load › finds the last of many workspaces by its name, and by the id of another with the same name";
const rare = "events › finds one event after thousands that do not match";

const loads =
  (change: (facts: Facts) => Facts): Breaks =>
  (storage) => ({ ...storage, load: (...given) => storage.load(...given).map(change) });

/** Applies a filter to the first events only. */
const scansEvents =
  (most: number): Breaks =>
  (storage) => ({
    ...storage,
    events: (id, after, limit, options) =>
      storage.events(id, after, limit, options).map((page) => ({
        ...page,
        rows: page.rows.filter(({ sequence }) => isAll(options) || sequence <= after + most),
      })),
  });

function isAll({ userId, workspaceId, operationId }: EventsQuery): boolean {
  return userId === null && workspaceId === null && operationId === null;
}

/** Applies only one of several filters. */
const forgetsTheOperation: Breaks = (storage) => ({
  ...storage,
  events: (id, after, limit, options) =>
    storage.events(id, after, limit, {
      ...options,
      operationId: options.userId === null && options.workspaceId === null ? options.operationId : null,
    }),
});

const forgetsFew: Breaks = (storage) => ({
  ...storage,
  pruneCommandRecords: (before, limit, options) => storage.pruneCommandRecords(before, Math.min(limit, 100), options),
});

const knowsFewRoles: Breaks = ({ read, ...storage }) => ({
  ...storage,
  read: {
    ...read,
    candidates: (query, options) =>
      read.candidates(query, options).map((page) => ({
        ...page,
        rows: page.rows.map((row) => ({ ...row, workspaceRole: row.userId < "user-02000" ? row.workspaceRole : null })),
      })),
  },
});

/** Stores with a limit that nobody asked for, such as a default of an engine or its client. */
export const brokenLimitsOfTheirOwn: readonly BrokenStorage[] = [
  broken(
    "returns only a thousand roles of a user",
    loads((facts) => ({ ...facts, assignments: facts.assignments.slice(0, 1_000) })),
    ofManyWorkspaces,
    ofManyGrants,
  ),
  broken(
    "returns only a thousand workspaces of a user",
    loads((facts) => ({ ...facts, workspaces: facts.workspaces.slice(0, 1_000) })),
    ofManyWorkspaces,
  ),
  broken(
    "returns only a thousand granting events",
    loads((facts) => ({ ...facts, grantingEvents: facts.grantingEvents.slice(0, 1_000) })),
    ofManyGrants,
  ),
  broken(
    "looks for names among the first thousand workspaces",
    loads((facts) => ({
      ...facts,
      workspaces: facts.workspaces.filter(({ workspaceId }) => workspaceId < "place-01000"),
    })),
    byName,
  ),
  broken("looks for events among the next three thousand", scansEvents(3_000), rare),
  broken(
    "ignores the operation if a user or a workspace is asked for too",
    forgetsTheOperation,
    "events › returns the events of one operation",
  ),
  broken(
    "deletes a hundred commands at most",
    forgetsFew,
    "pruneCommandRecords › deletes many at once if the limit allows it",
  ),
  broken(
    "returns the roles of the first two thousand members only",
    knowsFewRoles,
    "read: workspaceMembers › returns the role of the last of thousands of members, as candidates does",
  ),
];
