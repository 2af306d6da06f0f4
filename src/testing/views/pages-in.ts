import type {
  CandidatesQuery,
  EventsQuery,
  ListQuery,
  MembershipRow,
  OrganizationMembersQuery,
  PersonRow,
  WorkspaceMembersQuery,
  WorkspaceRow,
  WorkspacesOfQuery,
  WorkspacesQuery,
} from "../../application/ports/queries.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { personRowOf, workspaceRowOf } from "../builders/expected-rows.ts";
import { inByteOrder } from "../text/byte-order.ts";
import type { Rows } from "./rows.ts";

type List = keyof RosterStorage["read"];
export type QueryOf<Name extends List> = Parameters<RosterStorage["read"][Name]>[0];

/** The rows of each list, found by checking every row of the organization. */
export const listsIn: {
  readonly [Name in List]: (rows: Rows, query: QueryOf<Name>) => readonly (PersonRow | WorkspaceRow)[];
} = {
  organizationMembers: (rows, query: OrganizationMembersQuery) =>
    page(rows.members, query, idOfMember)
      .filter(({ role }) => query.role === null || query.role === role)
      .slice(0, query.limit)
      .map((member) => personRowOf(member)),
  workspaceMembers: (rows, query: WorkspaceMembersQuery) =>
    page(rows.members, query, idOfMember)
      .map((member) => personRowOf(member, roleOf(rows, query.workspaceId, member.userId)))
      .filter(({ workspaceRole }) => workspaceRole !== null && (query.role ?? workspaceRole) === workspaceRole)
      .slice(0, query.limit),
  candidates: (rows, query: CandidatesQuery) =>
    page(rows.members, query, idOfMember)
      .map((member) => personRowOf(member, roleOf(rows, query.workspaceId, member.userId)))
      .slice(0, query.limit),
  workspaces: (rows, query: WorkspacesQuery) =>
    page(rows.workspaces, query, idOfWorkspace)
      .filter(({ status }) => query.includeArchived || status === "active")
      .slice(0, query.limit)
      .map(workspaceRowOf),
  workspacesOf: (rows, query: WorkspacesOfQuery) =>
    page(rows.workspaces, query, idOfWorkspace)
      .filter(({ status }) => status === "active")
      .flatMap((workspace): readonly MembershipRow[] => {
        const role = roleOf(rows, workspace.workspaceId, query.userId);
        return role === null ? [] : [{ ...workspaceRowOf(workspace), role }];
      })
      .slice(0, query.limit),
};

/** The events that a query returns. */
export function eventsIn(rows: Rows, after: number, limit: number, query: EventsQuery): readonly RosterEvent[] {
  return rows.events
    .filter((event) => event.sequence > after)
    .filter((event) => query.operationId === null || query.operationId === event.operationId)
    .filter((event) => query.userId === null || ("userId" in event && query.userId === event.userId))
    .filter(
      (event) => query.workspaceId === null || ("workspaceId" in event && query.workspaceId === event.workspaceId),
    )
    .sort((left, right) => left.sequence - right.sequence)
    .slice(0, limit);
}

const idOfMember = ({ userId }: OrganizationMemberRecord): string => userId;
const idOfWorkspace = ({ workspaceId }: WorkspaceRecord): string => workspaceId;

function roleOf({ assignments }: Rows, workspaceId: WorkspaceId, userId: UserId): string | null {
  return assignments.find((row) => row.workspaceId === workspaceId && row.userId === userId)?.role ?? null;
}

/** The rows that match the words, after the position, in order. */
function page<Row extends Pick<OrganizationMemberRecord, "nameKey" | "words">>(
  rows: readonly Row[],
  { words, after }: ListQuery,
  idOf: (row: Row) => string,
): readonly Row[] {
  const found = rows.filter((row) => words.every((asked) => row.words.some((word) => word.startsWith(asked))));
  const keyOf = (row: Row): readonly string[] => [row.nameKey, idOf(row)];
  if (after === null) return inByteOrder(found, keyOf);
  const place = { key: [after.nameKey, after.id], row: null };
  const sorted = inByteOrder([...found.map((row) => ({ key: keyOf(row), row })), place], ({ key }) => key);
  // A row at the position itself comes before it, because sorting is stable.
  return sorted.slice(sorted.indexOf(place) + 1).flatMap(({ row }) => row ?? []);
}
