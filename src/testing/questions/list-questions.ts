import type { ListPage, ListQuery } from "../../application/ports/queries.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { ResultAsync } from "neverthrow";
import { personRowOf, workspaceRowOf } from "../builders/expected-rows.ts";
import type { Choices } from "./combinations.ts";
import type { Rows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Lists = RosterStorage["read"];

export type ListName = keyof Lists;

export type QueryOf<Name extends ListName> = Parameters<Lists[Name]>[0];

type RowOf<Name extends ListName> =
  ReturnType<Lists[Name]> extends ResultAsync<ListPage<infer Row>, unknown> ? Row : never;

/** A row that a list returns, and the record that order and search depend on. */
export interface Found<Row> {
  readonly id: string;
  readonly record: Pick<OrganizationMemberRecord | WorkspaceRecord, "nameKey" | "words">;
  readonly row: Row;
}

/** The questions that one list answers. */
export interface ListQuestions<Name extends ListName> {
  /** The filters besides those of every list, each with the values to ask for. */
  readonly filters: (ask: Vocabulary) => Choices<Omit<QueryOf<Name>, keyof ListQuery>>;
  /** The rows that pass the filters, in any order. */
  readonly found: (rows: Rows, query: QueryOf<Name>) => readonly Found<RowOf<Name>>[];
}

/** Every list of the port. A list or a filter that is not declared here does not compile. */
export const listQuestions: { readonly [Name in ListName]: ListQuestions<Name> } = {
  organizationMembers: {
    filters: () => ({ role: [null, "admin", "member"] }),
    found: ({ members }, { role }) =>
      members
        .filter((record) => role === null || record.role === role)
        .map((record) => ({ id: record.userId, record, row: personRowOf(record) })),
  },

  workspaceMembers: {
    filters: ({ workspaces, roles }) => ({ workspaceId: workspaces, role: [null, ...roles] }),
    found: ({ members, assignments }, { workspaceId, role }) => {
      const roles = rolesOf(assignments.filter((each) => each.workspaceId === workspaceId));
      return members.flatMap((record) => {
        const own = roles.get(record.userId);
        if (own === undefined || (role !== null && own !== role)) return [];
        return [{ id: record.userId, record, row: personRowOf(record, own) }];
      });
    },
  },

  candidates: {
    filters: ({ workspaces }) => ({ workspaceId: workspaces }),
    found: ({ members, assignments }, { workspaceId }) => {
      const roles = rolesOf(assignments.filter((each) => each.workspaceId === workspaceId));
      return members.map((record) => ({
        id: record.userId,
        record,
        row: personRowOf(record, roles.get(record.userId) ?? null),
      }));
    },
  },

  workspaces: {
    filters: () => ({ includeArchived: [false, true] }),
    found: ({ workspaces }, { includeArchived }) =>
      workspaces
        .filter(({ status }) => includeArchived || status === "active")
        .map((record) => ({ id: record.workspaceId, record, row: workspaceRowOf(record) })),
  },

  workspacesOf: {
    filters: ({ users }) => ({ userId: users }),
    found: ({ workspaces, assignments }, { userId }) => {
      const own = assignments.filter((each) => each.userId === userId);
      const roles = new Map<string, string>(own.map(({ workspaceId, role }) => [workspaceId, role]));
      return workspaces.flatMap((record) => {
        const role = roles.get(record.workspaceId);
        if (role === undefined || record.status !== "active") return [];
        return [{ id: record.workspaceId, record, row: { ...workspaceRowOf(record), role } }];
      });
    },
  },
};

function rolesOf(assignments: readonly RoleAssignment[]): ReadonlyMap<string, string> {
  return new Map(assignments.map(({ userId, role }) => [userId, role]));
}
