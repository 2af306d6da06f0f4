import type { ResultAsync } from "neverthrow";
import type {
  AddOrganizationMembersRefusal,
  OrganizationMembersAreAdded,
} from "../domain/organization/add-organization-members.ts";
import type { OrganizationIsCreated } from "../domain/organization/create-organization.ts";
import type { OrganizationAlreadyExists } from "../domain/organization/organization-already-exists.ts";
import type { Access } from "../domain/role-assignment/access.ts";
import type { AddMembersRefusal, MembersAreAdded } from "../domain/role-assignment/add-members.ts";
import type { RosterEvent } from "../domain/shared/event.ts";
import type { CreateWorkspaceRefusal, WorkspaceIsCreated } from "../domain/workspace/create-workspace.ts";
import type { CallOptions, Executed } from "./commands/command-outcome.ts";
import type { CommandFailure } from "./commands/command-refusal.ts";
import type { InvalidCursor, InvalidInput } from "./errors.ts";
import type * as Input from "./inputs.ts";
import type { AccessRefusal } from "./queries/access.ts";
import type { CandidateItem, CandidatesRefusal } from "./queries/candidates.ts";
import type { EventsRefusal } from "./queries/events.ts";
import type { ListMembersRefusal, WorkspaceMemberItem } from "./queries/list-members.ts";
import type { ListOrganizationMembersRefusal, OrganizationMemberItem } from "./queries/list-organization-members.ts";
import type { ListWorkspacesRefusal, WorkspaceItem } from "./queries/list-workspaces.ts";
import type { Page } from "./queries/page.ts";
import type { QueryFailure } from "./queries/query-failure.ts";
import type { MembershipItem, WorkspacesOfRefusal } from "./queries/workspaces-of.ts";
import type { BatchRefusal } from "./schemas/batch-schema.ts";

export type CreateOrganizationError = InvalidInput | OrganizationAlreadyExists | CommandFailure;
export type AddOrganizationMembersError = InvalidInput | BatchRefusal | AddOrganizationMembersRefusal | CommandFailure;
export type CreateWorkspaceError = InvalidInput | CreateWorkspaceRefusal | CommandFailure;
export type AddMembersError<Role extends string = string> =
  InvalidInput | BatchRefusal | AddMembersRefusal<Role> | CommandFailure;

export type CreateOrganizationOutcome = OrganizationIsCreated & Executed;
export type AddOrganizationMembersOutcome = OrganizationMembersAreAdded & Executed;
export type CreateWorkspaceOutcome<Role extends string = string> = WorkspaceIsCreated<Role> & Executed;
export type AddMembersOutcome<Role extends string = string> = MembersAreAdded<Role> & Executed;

export type ListError<Refusal> = Refusal | QueryFailure | InvalidCursor;
export type AccessError = AccessRefusal | QueryFailure;

type Listed<Item, Refusal> = ResultAsync<Page<Item>, ListError<Refusal>>;

/**
 * Who is in which workspace, with what role.
 *
 * A command is atomic, judged and applied in one commit of the store, and visible at once to every read that starts
 * after it. It is safe to send again with the same `idempotencyKey`. Nothing that a caller can meet is thrown: every
 * method answers a `ResultAsync` whose error is plain data with a literal `code`.
 */
export interface Roster<Role extends string, Permission extends string> {
  /** Makes an organization with its owner as first member and admin. */
  createOrganization(
    input: Input.CreateOrganizationInput,
    options?: CallOptions,
  ): ResultAsync<CreateOrganizationOutcome, CreateOrganizationError>;

  /** Adds up to 10,000 users to the organization. Who is there already with the same role is `unchanged` and keeps their profile. */
  addOrganizationMembers(
    input: Input.AddOrganizationMembersInput,
    options?: CallOptions,
  ): ResultAsync<AddOrganizationMembersOutcome, AddOrganizationMembersError>;

  /** Makes a workspace together with its first admin, and with everyone else where asked. */
  createWorkspace(
    input: Input.CreateWorkspaceInput,
    options?: CallOptions,
  ): ResultAsync<CreateWorkspaceOutcome<Role>, CreateWorkspaceError>;

  /** Adds up to 10,000 organization members to a workspace, each with their own role. */
  addMembers(
    input: Input.AddMembersInput<Role>,
    options?: CallOptions,
  ): ResultAsync<AddMembersOutcome<Role>, AddMembersError<Role>>;

  /** The outcome that a command would have now. Nothing is written; what happens meanwhile can change it. */
  readonly preview: {
    addMembers(
      input: Input.AddMembersInput<Role>,
      options?: CallOptions,
    ): ResultAsync<AddMembersOutcome<Role>, AddMembersError<Role>>;
  };

  /** The members of a workspace, for its members and for organization admins. */
  listMembers(
    input: Input.ListMembersInput<Role>,
    options?: CallOptions,
  ): Listed<WorkspaceMemberItem<Role>, ListMembersRefusal>;

  /** The organization's members with the role they hold in the workspace, for those who may add members. */
  candidates(input: Input.CandidatesInput, options?: CallOptions): Listed<CandidateItem<Role>, CandidatesRefusal>;

  /** The organization's workspaces, for organization admins. */
  listWorkspaces(input: Input.ListWorkspacesInput, options?: CallOptions): Listed<WorkspaceItem, ListWorkspacesRefusal>;

  /** The active workspaces in which the user holds a role. Not judged: the host asks for whom it has signed in. */
  workspacesOf(
    input: Input.WorkspacesOfInput,
    options?: CallOptions,
  ): Listed<MembershipItem<Role>, WorkspacesOfRefusal>;

  /** The organization's members, for organization admins. */
  listOrganizationMembers(
    input: Input.ListOrganizationMembersInput,
    options?: CallOptions,
  ): Listed<OrganizationMemberItem, ListOrganizationMembersRefusal>;

  /** A user's role and permissions in a workspace with the reasons for them, or why there are none. One read of the store. */
  access(input: Input.AccessInput, options?: CallOptions): ResultAsync<Access<Role, Permission>, AccessError>;

  /** Whether the user has the permission in the workspace. One read of the store. */
  can(input: Input.CanInput<Permission>, options?: CallOptions): ResultAsync<boolean, AccessError>;

  /** The events in the order of the commits, for organization admins; those of one workspace also for its admins. */
  events(input: Input.EventsInput, options?: CallOptions): Listed<RosterEvent, EventsRefusal>;
}
