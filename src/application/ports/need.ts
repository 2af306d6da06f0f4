import type { RosterEvent } from "../../domain/facts/event.ts";
import type { IdempotencyKey, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import type { CommandRecord } from "./records.ts";

/** The rows of one organization that a decision needs. The guard and the organization are always included. */
export interface Need {
  /** The key of a command record; null for none. */
  readonly command: IdempotencyKey | null;
  /** Organization members by id. Ids may repeat; the answer has each member once. */
  readonly members: readonly UserId[];
  /**
   * This many organization members, no matter which, or all if there are fewer; null for none besides `members`. They may
   * include those of `members`, which are returned in any case.
   */
  readonly anyMembers: number | null;
  /**
   * The first organization admin, in byte order of user id, who is none of these users, and their assignments in the
   * workspaces that `allAssignmentsOf` returns; null for no such member.
   */
  readonly firstAdminExcept: readonly UserId[] | null;
  readonly workspaces: readonly WorkspaceId[];
  /** Active workspaces by name key. */
  readonly workspaceNames: readonly string[];
  /** Active workspaces with the same name key as these workspaces. The answer may include these themselves if they are active, never an archived one. */
  readonly workspacesNamedLike: readonly WorkspaceId[];
  /** The assignments of these users in this workspace. */
  readonly assignments: readonly { readonly workspaceId: WorkspaceId; readonly userIds: readonly UserId[] }[];
  /** All assignments of these users, in active and archived workspaces, and those workspaces. */
  readonly allAssignmentsOf: readonly UserId[];
  /**
   * At most this many of the assignments of `allAssignmentsOf`, 1 or more, no matter which, and their workspaces. Null for
   * all. The store must stop there instead of reading the others first.
   */
  readonly maxAssignments: number | null;
  /** The assignments of these users in the workspaces that `allAssignmentsOf` returns. */
  readonly assignmentsInSameWorkspaces: readonly UserId[];
  /** Whether to return the events that gave the assignments too. */
  readonly grantingEvents: boolean;
}

/**
 * The requested rows that exist, in any order, each once, with exactly the fields of their types (without the `nameKey`
 * and `words` of a record).
 *
 * If there is a command record, the current rows are returned too: they authorize the actor who sends the command again.
 *
 * Everything is from one snapshot, or the guard was the same before and after the rows were read.
 */
export interface Facts {
  /** 0 if the organization does not exist. */
  readonly revision: number;
  readonly lastSequence: number;
  /** `lastAt` of the last commit's guard; null before the first event. */
  readonly lastAt: string | null;
  readonly organization: Organization | null;
  readonly command: CommandRecord | null;
  readonly members: readonly OrganizationMember[];
  readonly workspaces: readonly Workspace[];
  readonly assignments: readonly RoleAssignment[];
  /** The event that gave each of the assignments, found by its sequence, each once; empty if they were not requested. */
  readonly grantingEvents: readonly RosterEvent[];
}

const nothing: Need = {
  command: null,
  members: [],
  anyMembers: null,
  firstAdminExcept: null,
  workspaces: [],
  workspaceNames: [],
  workspacesNamedLike: [],
  assignments: [],
  allAssignmentsOf: [],
  maxAssignments: null,
  assignmentsInSameWorkspaces: [],
  grantingEvents: false,
};

/** A need of these parts and nothing else. */
export function need(parts: Partial<Need>): Need {
  return { ...nothing, ...parts };
}
