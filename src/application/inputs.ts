import type { CallerSignal } from "./ports/abort-signal.ts";
import type { OrganizationRole } from "../domain/organization/organization-role.ts";
import type { BatchMode } from "../domain/values/batch.ts";

/** Who issues a command or reads: a user of the organization, or a named system that the host vouches for. */
export type ActorInput = { readonly userId: string } | { readonly system: string };

/** A person as lists show them. `displayName`: NFC, 1–100 code points. */
export interface ProfileInput {
  readonly userId: string;
  readonly displayName: string;
  readonly email?: string | null | undefined;
}

interface CommandInput {
  readonly organizationId: string;
  /** Makes a resend harmless: the same key with the same command gives the stored outcome and does nothing again. */
  readonly idempotencyKey?: string | null | undefined;
}

interface ActorCommandInput extends CommandInput {
  readonly actor: ActorInput;
}

interface BatchInput {
  /** `atomic` (the default): one rejected item refuses all. `partial`: the good ones happen, the rest are listed. */
  readonly mode?: BatchMode | undefined;
}

export interface CreateOrganizationInput {
  /** Made when absent. Needed beside an idempotency key. */
  readonly organizationId?: string | undefined;
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
  /** Becomes the first member, role `admin`. */
  readonly owner: ProfileInput;
}

export interface AddOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly (ProfileInput & { readonly role: OrganizationRole })[];
}

export interface CreateWorkspaceInput extends ActorCommandInput {
  /** Made when absent. */
  readonly workspaceId?: string | null | undefined;
  readonly name: string;
  /** Up to 1,000 code points; empty when absent. */
  readonly description?: string | undefined;
  /** Its first admin, any organization member; the actor when absent. A system actor must name one. */
  readonly admin?: string | null | undefined;
  /** Adds all other organization members too, with the catalogue's last role. Default false. */
  readonly addEveryone?: boolean | undefined;
}

export interface AddMembersInput<Role extends string> extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly { readonly userId: string; readonly role: Role }[];
}

interface WorkspaceCommandInput extends ActorCommandInput {
  readonly workspaceId: string;
}

export interface ChangeOrganizationRolesInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly members: readonly { readonly userId: string; readonly role: OrganizationRole }[];
}

export interface RemoveOrganizationMembersInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly userIds: readonly string[];
  /**
   * An organization member who becomes admin where the removed were the last one. The actor must be able to give that role
   * in each of those workspaces; `forbidden` otherwise.
   */
  readonly successor?: string | null | undefined;
}

export interface UpdateProfilesInput extends ActorCommandInput, BatchInput {
  /** 1 to 10,000. What is absent stays as it is; a null email takes it away. */
  readonly members: readonly {
    readonly userId: string;
    readonly displayName?: string | undefined;
    readonly email?: string | null | undefined;
  }[];
}

export interface UpdateWorkspaceInput extends WorkspaceCommandInput {
  /** Absent to keep it. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

export type ArchiveWorkspaceInput = WorkspaceCommandInput;

export interface RestoreWorkspaceInput extends WorkspaceCommandInput {
  /** A new name, for one that was taken meanwhile. */
  readonly name?: string | undefined;
  /** An organization member who becomes its admin if it has none left; `newAdmin` of the outcome tells whether. */
  readonly admin?: string | null | undefined;
}

export type ChangeRolesInput<Role extends string> = AddMembersInput<Role>;

export type SetMembersInput<Role extends string> = AddMembersInput<Role>;

export interface RemoveMembersInput extends WorkspaceCommandInput, BatchInput {
  /** 1 to 10,000. */
  readonly userIds: readonly string[];
}

export interface LeaveWorkspaceInput extends CommandInput {
  readonly workspaceId: string;
  /** The user who leaves. */
  readonly actor: { readonly userId: string };
}

export interface UndoInput extends ActorCommandInput {
  /** Of the `addMembers` to take back: `operationId` of its outcome, or of any of its events. */
  readonly operationId: string;
}

interface QueryInput {
  readonly organizationId: string;
  /**
   * Waits until the store shows this revision, up to the deadline: for reading on another node what a command did. Only a
   * reader who may see the answer is told that the revision was not reached.
   */
  readonly atLeast?: number | null | undefined;
}

interface ListInput extends QueryInput {
  /** 1 to 500, default 50. */
  readonly limit?: number | undefined;
  /** The `next` of the page before. */
  readonly after?: string | null | undefined;
}

interface SearchInput {
  /** Only what matches every word typed, as a prefix; case and accents do not matter. At most 200 characters. */
  readonly search?: string | undefined;
}

export interface ListMembersInput<Role extends string> extends ListInput, SearchInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
  readonly role?: Role | null | undefined;
}

export interface CandidatesInput extends ListInput, SearchInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
}

export interface ListWorkspacesInput extends ListInput, SearchInput {
  readonly actor: ActorInput;
  /** Default false. */
  readonly includeArchived?: boolean | undefined;
}

export interface WorkspacesOfInput extends ListInput {
  readonly userId: string;
}

export interface ListOrganizationMembersInput extends ListInput, SearchInput {
  readonly actor: ActorInput;
  readonly role?: OrganizationRole | null | undefined;
}

export interface AccessInput extends QueryInput {
  readonly workspaceId: string;
  readonly userId: string;
}

export interface CanInput<Permission extends string> extends AccessInput {
  readonly permission: Permission;
}

export interface AccessManyInput extends QueryInput {
  /** At least one of each, and at most 10,000 pairs. */
  readonly workspaceIds: readonly string[];
  readonly userIds: readonly string[];
}

export interface ForgetCommandsInput {
  /** 1 to 36,500. */
  readonly olderThanDays: number;
}

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

export interface ChangesInput {
  readonly organizationId: string;
  /** The sequence of the last event already seen; 0, the default, for all. */
  readonly after?: number | undefined;
  readonly signal?: CallerSignal | undefined;
}
