import { type Facts, type Need, need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import type { OrganizationId, UserId } from "../../../src/domain/values/ids.ts";
import { eventsQuery } from "../../../src/testing/builders/queries.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, withLoad } from "./broken-storage.ts";

const scattered = "load › finds each row that exists of a thousand keys, once, in whatever order they come";
const few = "load › finds the only row that exists of two or three keys, be it first or last";
const bounded = "load › counts maxAssignments across all of a thousand users";
const grants =
  "load › returns the event that gave the present assignment, not one that gave an earlier one of the user there";

/** Changes the keys of one kind. */
type Keys = <Key>(keys: readonly Key[]) => readonly Key[];
const kinds: Readonly<Record<string, (needed: Need, change: Keys) => Partial<Need>>> = {
  members: ({ members }, change) => ({ members: change(members) }),
  workspaces: ({ workspaces }, change) => ({ workspaces: change(workspaces) }),
  workspaceNames: ({ workspaceNames }, change) => ({ workspaceNames: change(workspaceNames) }),
  workspacesNamedLike: ({ workspacesNamedLike }, change) => ({ workspacesNamedLike: change(workspacesNamedLike) }),
  "workspaces of assignments": ({ assignments }, change) => ({ assignments: change(assignments) }),
  "users of assignments": ({ assignments }, change) => ({
    assignments: assignments.map((each) => ({ ...each, userIds: change(each.userIds) })),
  }),
  allAssignmentsOf: ({ allAssignmentsOf }, change) => ({ allAssignmentsOf: change(allAssignmentsOf) }),
  assignmentsInSameWorkspaces: ({ assignmentsInSameWorkspaces }, change) => ({
    assignmentsInSameWorkspaces: change(assignmentsInSameWorkspaces),
  }),
};

const loads =
  (change: (storage: RosterStorage, id: OrganizationId, needed: Need) => Promise<Facts>): Breaks =>
  (storage) =>
    withLoad(storage, (id, needed) => change(storage, id, needed));

/** For each kind of key, a store that asks for some of the keys. */
function asksFor(
  name: (kind: string) => string,
  change: Keys,
  ...caughtBy: readonly string[]
): readonly BrokenStorage[] {
  return Object.entries(kinds).map(([kind, changed]) =>
    broken(
      name(kind),
      loads((storage, id, needed) => valueOf(storage.load(id, { ...needed, ...changed(needed, change) }, {}))),
      ...caughtBy,
    ),
  );
}

/** Loads in parts of so many keys, and joins the answers. */
function inParts(size: number): Breaks {
  return loads(async (storage, id, needed) => {
    const most = Math.max(needed.members.length, needed.allAssignmentsOf.length, needed.workspaces.length, 1);
    const answers: Facts[] = [];
    for (let start = 0; start < most; start += size) {
      const part: Keys = (keys) => keys.slice(start, start + size);
      const parts = ["members", "workspaces", "allAssignmentsOf"].map((kind) => kinds[kind]?.(needed, part));
      const rest = start === 0 ? needed : need({ maxAssignments: needed.maxAssignments });
      answers.push(await valueOf(storage.load(id, Object.assign({ ...rest }, ...parts) as Need, {})));
    }
    const [first] = answers;
    if (first === undefined) throw new Error("There is at least one part.");
    return {
      ...first,
      members: answers.flatMap(({ members }) => members),
      workspaces: [
        ...new Map(answers.flatMap(({ workspaces }) => workspaces).map((row) => [row.workspaceId, row])).values(),
      ],
      assignments: answers.flatMap(({ assignments }) => assignments),
    };
  });
}

type Grant = (
  all: readonly RosterEvent[],
  own: { readonly userId: UserId; readonly workspaceId: string },
) => RosterEvent | undefined;

/** Looks for granting events in its own way among all events of the organization. */
function grantedBy(find: Grant): Breaks {
  return loads(async (storage, id, needed) => {
    const facts = await valueOf(storage.load(id, needed, {}));
    if (!needed.grantingEvents) return facts;
    const { rows } = await valueOf(storage.events(id, 0, 9_999, eventsQuery()));
    return { ...facts, grantingEvents: facts.assignments.flatMap((own) => find(rows, own) ?? []) };
  });
}

const isOf = (event: RosterEvent, own: { readonly userId: UserId; readonly workspaceId: string }): boolean =>
  "userId" in event && "workspaceId" in event && event.userId === own.userId && event.workspaceId === own.workspaceId;

/** Finds events by their sequence in the first organization that it has seen. */
const inAnyOrganization: Breaks = (storage) => {
  let first: OrganizationId | null = null;
  return withLoad(storage, async (id, needed) => {
    first ??= id;
    const facts = await valueOf(storage.load(id, needed, {}));
    if (!needed.grantingEvents) return facts;
    const { rows } = await valueOf(storage.events(first, 0, 9_999, eventsQuery()));
    const sequences = new Set(facts.assignments.map(({ sequence }) => sequence));
    return { ...facts, grantingEvents: rows.filter(({ sequence }) => sequences.has(sequence)) };
  });
};

export const brokenManyKeys: readonly BrokenStorage[] = [
  ...asksFor(
    (kind) => `looks only for the first of several ${kind}`,
    (keys) => keys.slice(0, 1),
    scattered,
    few,
  ),
  ...asksFor(
    (kind) => `looks only for the last of several ${kind}`,
    (keys) => keys.slice(-1),
    scattered,
    few,
  ),
  ...asksFor(
    (kind) => `looks for no more than two ${kind}`,
    (keys) => keys.slice(0, 2),
    scattered,
    few,
  ),
  ...[25, 100, 500, 1_000].flatMap((size) => [
    ...asksFor(
      (kind) => `looks for no more than ${size} ${kind}`,
      (keys) => keys.slice(0, size),
      scattered,
    ),
    ...asksFor(
      (kind) => `leaves out the last ${kind} of every ${size}`,
      (keys) => keys.filter((_, index) => index % size !== size - 1),
      scattered,
    ),
    ...asksFor(
      (kind) => `leaves out ${kind} that do not fill ${size}`,
      (keys) => (keys.length <= size ? keys : keys.slice(0, keys.length - (keys.length % size))),
      scattered,
    ),
    broken(`returns a row for each part of ${size} keys that names it`, inParts(size), scattered, bounded),
  ]),
  ...asksFor(
    (kind) => `expects ${kind} in ascending order`,
    (keys) => keys.filter((key, index) => index === 0 || JSON.stringify(key) > JSON.stringify(keys[index - 1])),
    scattered,
  ),
  broken(
    "returns the first event that gave a user a role in the workspace",
    grantedBy((all, own) => all.find((event) => isOf(event, own))),
    grants,
  ),
  broken(
    "returns the newest event that added a user to the workspace",
    grantedBy((all, own) => all.findLast((event) => isOf(event, own) && event.type === "workspace.member.added")),
    grants,
  ),
  broken(
    "returns the newest event that gave the user a role in any workspace",
    grantedBy((all, own) =>
      all.findLast(
        (event) => "userId" in event && event.userId === own.userId && event.type !== "workspace.member.removed",
      ),
    ),
    grants,
  ),
  broken(
    "returns the newest event that gave anybody a role in the workspace",
    grantedBy((all, own) => all.findLast((event) => "workspaceId" in event && event.workspaceId === own.workspaceId)),
    grants,
  ),
  broken("finds granting events by their sequence in another organization", inAnyOrganization, grants),
];
