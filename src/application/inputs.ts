import type { OrganizationRole } from "../domain/organization/organization-role.ts";
import type {
  ActorCommandInput,
  ActorInput,
  BatchInput,
  CommandInput,
  ListInput,
  QueryInput,
  SearchInput,
  WorkspaceCommandInput,
} from "./input-parts.ts";

export type * from "./input-parts.ts";

/** A person as lists show them. `displayName`: NFC, 1–100 code points. */
export interface ProfileInput {
  readonly userId: string;
  readonly displayName: string;
  readonly email?: string | null | undefined;
}

/** The input of `createOrganization`. */
export interface CreateOrganizationInput {
  /** Made when absent. Needed beside an idempotency key. */
  readonly organizationId?: string | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
  /** Becomes the first member, role `admin`. */
  readonly owner: ProfileInput;
}

/** The input of `addOrganizationMembers`. */
export interface AddOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly (ProfileInput & { readonly role: OrganizationRole })[];
}

/** The input of `createWorkspace`. */
export interface CreateWorkspaceInput extends ActorCommandInput {
  /** Made when absent. */
  readonly workspaceId?: string | null | undefined;
  readonly name: string;
  /** Up to 1,000 code points; empty when absent. */
  readonly description?: string | undefined;
  /** Its first admin, an organization member; the actor when absent. A system actor must name one. */
  readonly admin?: string | null | undefined;
  /** Adds all other organization members too, with the catalogue's last role. Default false. */
  readonly addEveryone?: boolean | undefined;
}

/** The input of `addMembers`. */
export interface AddMembersInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

/** The input of `changeOrganizationRoles`. */
export interface ChangeOrganizationRolesInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly { readonly userId: string; readonly role: OrganizationRole }[];
}

/** The input of `removeOrganizationMembers`. */
export interface RemoveOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly userIds: readonly string[];
  /** An organization member who becomes admin wherever the removed were the last one. */
  readonly successor?: string | null | undefined;
}

/** The input of `updateProfiles`. */
export interface UpdateProfilesInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. What is absent stays as it is; a null email takes it away. */
  readonly members: readonly {
    readonly userId: string;
    readonly displayName?: string | undefined;
    readonly email?: string | null | undefined;
  }[];
}

/** The input of `updateWorkspace`. */
export interface UpdateWorkspaceInput extends WorkspaceCommandInput {
  /** Absent to keep it. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** The input of `archiveWorkspace`. */
export type ArchiveWorkspaceInput = WorkspaceCommandInput;

/** The input of `restoreWorkspace`. */
export interface RestoreWorkspaceInput extends WorkspaceCommandInput {
  /** A new name, for one that was taken meanwhile. */
  readonly name?: string | undefined;
  /** An organization member who becomes its admin where it has none any more. */
  readonly admin?: string | null | undefined;
}

/** The input of `changeRoles`. */
export type ChangeRolesInput<Role extends string> = AddMembersInput<Role>;

/** The input of `setMembers`. */
export type SetMembersInput<Role extends string> = AddMembersInput<Role>;

/** The input of `removeMembers`. */
export interface RemoveMembersInput extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly userIds: readonly string[];
}

/** The input of `leaveWorkspace`. */
export interface LeaveWorkspaceInput extends CommandInput {
  readonly workspaceId: string;
  /** The user who leaves. */
  readonly actor: { readonly userId: string };
}

/** The input of `undo`. */
export interface UndoInput extends ActorCommandInput {
  /** Of the `addMembers` to take back: `operationId` of its outcome, or of any of its events. */
  readonly operationId: string;
}

/** The input of `listMembers`. */
export interface ListMembersInput<Role extends string> extends ListInput, SearchInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
  readonly role?: Role | null | undefined;
}

/** The input of `candidates`. */
export interface CandidatesInput extends ListInput, SearchInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
}

/** The input of `listWorkspaces`. */
export interface ListWorkspacesInput extends ListInput, SearchInput {
  readonly actor: ActorInput;
  /** Default false. */
  readonly includeArchived?: boolean | undefined;
}

/** The input of `workspacesOf`. */
export interface WorkspacesOfInput extends ListInput {
  readonly userId: string;
}

/** The input of `listOrganizationMembers`. */
export interface ListOrganizationMembersInput extends ListInput, SearchInput {
  readonly actor: ActorInput;
  readonly role?: OrganizationRole | null | undefined;
}

/** The input of `access`. */
export interface AccessInput extends QueryInput {
  readonly workspaceId: string;
  readonly userId: string;
}

/** The input of `can`. */
export interface CanInput<Permission extends string> extends AccessInput {
  readonly permission: Permission;
}

/** The input of `accessMany`. */
export interface AccessManyInput extends QueryInput {
  /** At least one of each, and at most 10,000 pairs. */
  readonly workspaceIds: readonly string[];
  readonly userIds: readonly string[];
}

/** The input of `forgetCommands`. */
export interface ForgetCommandsInput {
  /** 1 to 36,500. */
  readonly olderThanDays: number;
}

/** The input of `events`. */
export interface EventsInput extends QueryInput {
  readonly actor: ActorInput;
  /** 1 to 500, default 50. */
  readonly limit?: number | undefined;
  /** The `next` of the page before, or the sequence of the last event already seen. */
  readonly after?: string | number | null | undefined;
  /** Only events of this workspace. */
  readonly workspaceId?: string | null | undefined;
  /** Only events about this user. */
  readonly userId?: string | null | undefined;
  /** Only events of this operation. */
  readonly operationId?: string | null | undefined;
}

/** The input of `changes`. */
export interface ChangesInput {
  readonly organizationId: string;
  /** The sequence of the last event already seen; 0, the default, for all. */
  readonly after?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
