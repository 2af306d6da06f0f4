import type { ResultAsync } from "neverthrow";
import { describe, expectTypeOf, it } from "vitest";
import type * as Library from "workspace-roster";
import { describeError } from "workspace-roster";

type CommandCode =
  | "invalid_input"
  | "too_many_changes"
  | "contention"
  | "idempotency_key_reused"
  | "outcome_unknown"
  | "storage_unavailable"
  | "storage_failed"
  | "storage_schema_mismatch"
  | "aborted";
type BatchCode = CommandCode | "empty_batch" | "too_many_members" | "duplicate_user" | "members_rejected";
type QueryCode =
  | Exclude<CommandCode, "too_many_changes" | "contention" | "idempotency_key_reused" | "outcome_unknown">
  | "revision_not_reached";
type ListCode = QueryCode | "invalid_cursor";
type InOrganization = "organization_not_found" | "forbidden";
type InWorkspace = InOrganization | "workspace_not_found" | "workspace_archived";

type DefaultRoster = Library.Roster;

type CodeOf<Method> = Method extends (...input: never) => ResultAsync<unknown, { readonly code: infer Code }>
  ? Code
  : never;

describe("the errors of each command are a closed list of codes", () => {
  it("commands about the organization", () => {
    expectTypeOf<CodeOf<DefaultRoster["createOrganization"]>>().toEqualTypeOf<
      CommandCode | "organization_already_exists"
    >();
    expectTypeOf<CodeOf<DefaultRoster["addOrganizationMembers"]>>().toEqualTypeOf<
      BatchCode | InOrganization | "organization_member_limit"
    >();
    expectTypeOf<CodeOf<DefaultRoster["changeOrganizationRoles"]>>().toEqualTypeOf<
      BatchCode | InOrganization | "last_organization_admin"
    >();
    expectTypeOf<CodeOf<DefaultRoster["removeOrganizationMembers"]>>().toEqualTypeOf<
      BatchCode | InOrganization | "not_organization_member" | "last_organization_admin" | "last_workspace_admin"
    >();
    expectTypeOf<CodeOf<DefaultRoster["updateOrganization"]>>().toEqualTypeOf<CommandCode | InOrganization>();
    expectTypeOf<CodeOf<DefaultRoster["updateProfiles"]>>().toEqualTypeOf<BatchCode | InOrganization>();
  });

  it("commands about workspaces", () => {
    expectTypeOf<CodeOf<DefaultRoster["createWorkspace"]>>().toEqualTypeOf<
      | CommandCode
      | InOrganization
      | "not_organization_member"
      | "workspace_already_exists"
      | "workspace_name_taken"
      | "workspace_limit"
      | "workspace_member_limit"
      | "too_many_members"
    >();
    expectTypeOf<CodeOf<DefaultRoster["updateWorkspace"]>>().toEqualTypeOf<
      CommandCode | InWorkspace | "workspace_name_taken"
    >();
    expectTypeOf<CodeOf<DefaultRoster["archiveWorkspace"]>>().toEqualTypeOf<CommandCode | InWorkspace>();
    expectTypeOf<CodeOf<DefaultRoster["restoreWorkspace"]>>().toEqualTypeOf<
      | CommandCode
      | InOrganization
      | "workspace_not_found"
      | "workspace_not_archived"
      | "workspace_name_taken"
      | "workspace_limit"
      | "workspace_member_limit"
      | "not_organization_member"
      | "last_workspace_admin"
    >();
  });

  it("commands about members", () => {
    expectTypeOf<CodeOf<DefaultRoster["addMembers"]>>().toEqualTypeOf<
      BatchCode | InWorkspace | "workspace_member_limit"
    >();
    expectTypeOf<CodeOf<DefaultRoster["preview"]["addMembers"]>>().toEqualTypeOf<CodeOf<DefaultRoster["addMembers"]>>();
    expectTypeOf<CodeOf<DefaultRoster["changeRoles"]>>().toEqualTypeOf<
      BatchCode | InWorkspace | "last_workspace_admin"
    >();
    expectTypeOf<CodeOf<DefaultRoster["setMembers"]>>().toEqualTypeOf<
      BatchCode | InWorkspace | "last_workspace_admin" | "workspace_member_limit"
    >();
    expectTypeOf<CodeOf<DefaultRoster["removeMembers"]>>().toEqualTypeOf<
      BatchCode | InWorkspace | "last_workspace_admin"
    >();
    expectTypeOf<CodeOf<DefaultRoster["leaveWorkspace"]>>().toEqualTypeOf<
      CommandCode | InWorkspace | "not_workspace_member" | "last_workspace_admin"
    >();
    expectTypeOf<CodeOf<DefaultRoster["undoAddMembers"]>>().toEqualTypeOf<
      CommandCode | InWorkspace | "operation_not_undoable" | "last_workspace_admin"
    >();
  });

  it("queries", () => {
    expectTypeOf<CodeOf<DefaultRoster["listMembers"]>>().toEqualTypeOf<
      ListCode | InOrganization | "workspace_not_found"
    >();
    expectTypeOf<CodeOf<DefaultRoster["candidates"]>>().toEqualTypeOf<ListCode | InWorkspace>();
    expectTypeOf<CodeOf<DefaultRoster["getOrganization"]>>().toEqualTypeOf<QueryCode | "organization_not_found">();
    expectTypeOf<CodeOf<DefaultRoster["getWorkspace"]>>().toEqualTypeOf<
      QueryCode | InOrganization | "workspace_not_found"
    >();
    expectTypeOf<CodeOf<DefaultRoster["listWorkspaces"]>>().toEqualTypeOf<ListCode | InOrganization>();
    expectTypeOf<CodeOf<DefaultRoster["workspacesOf"]>>().toEqualTypeOf<ListCode | "organization_not_found">();
    expectTypeOf<CodeOf<DefaultRoster["listOrganizationMembers"]>>().toEqualTypeOf<ListCode | InOrganization>();
    expectTypeOf<CodeOf<DefaultRoster["events"]>>().toEqualTypeOf<ListCode | InOrganization | "workspace_not_found">();
    expectTypeOf<CodeOf<DefaultRoster["access"]>>().toEqualTypeOf<
      QueryCode | "organization_not_found" | "workspace_not_found"
    >();
    expectTypeOf<CodeOf<DefaultRoster["can"]>>().toEqualTypeOf<CodeOf<DefaultRoster["access"]>>();
    expectTypeOf<CodeOf<DefaultRoster["accessMany"]>>().toEqualTypeOf<QueryCode | "organization_not_found">();
  });
});

describe("a host switches over the codes, and the compiler finds the one that it forgot", () => {
  it("is exhaustive without a default", () => {
    const statusOf = (error: Library.AddMembersError): number => {
      switch (error.code) {
        case "invalid_input":
        case "empty_batch":
        case "too_many_members":
        case "too_many_changes":
        case "duplicate_user":
          return 400;
        case "forbidden":
          return 403;
        case "organization_not_found":
        case "workspace_not_found":
          return 404;
        case "members_rejected":
        case "workspace_archived":
        case "workspace_member_limit":
        case "idempotency_key_reused":
          return 409;
        case "contention":
        case "aborted":
        case "outcome_unknown":
        case "storage_unavailable":
        case "storage_failed":
        case "storage_schema_mismatch":
          return 503;
      }
    };

    expectTypeOf(statusOf).returns.toEqualTypeOf<number>();
  });

  it("narrows to the fields of the error", () => {
    const factsOf = (error: Library.AddMembersError<"admin" | "member">) => {
      if (error.code === "members_rejected")
        expectTypeOf(error.rejected).toEqualTypeOf<
          readonly (Library.NotOrganizationMember | Library.RoleConflict<"admin" | "member">)[]
        >();
      if (error.code === "contention") expectTypeOf(error.attempts).toEqualTypeOf<number>();
      if (error.code === "invalid_input") expectTypeOf(error.issues).toEqualTypeOf<readonly Library.InputIssue[]>();
    };
    expectTypeOf(factsOf).toBeFunction();
  });

  it("finds a code that does not exist", () => {
    // @ts-expect-error -- no error has this code.
    expectTypeOf((error: Library.AddMembersError) => error.code === "members_refused").toBeFunction();
  });

  it("describeError takes every error of a method, and nothing else", () => {
    expectTypeOf(describeError).toBeCallableWith({ code: "empty_batch" });
    expectTypeOf<
      | Library.AddMembersError
      | Library.AddOrganizationMembersError
      | Library.CreateOrganizationError
      | Library.CreateWorkspaceError
      | Library.CandidatesError
      | Library.EventsError
      | Library.ListMembersError
      | Library.AccessError
      | Library.RoleConflict
    >().toExtend<Parameters<typeof describeError>[0]>();
    // @ts-expect-error -- not an error of this library.
    expectTypeOf(() => describeError({ code: "teapot" })).toBeFunction();
  });
});
