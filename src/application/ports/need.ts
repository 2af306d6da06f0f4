import type { RosterEvent } from "../../domain/facts/event.ts";
import type { IdempotencyKey, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { Workspace } from "../../domain/workspace/workspace.ts";
import type { CommandRecord } from "./records.ts";

/** Which rows of one organization a decision needs. The guard and the organization are always given. */
export interface Need {
  readonly command: IdempotencyKey | null;
  /** Organization members by id. May repeat an id; the answer does not. */
  readonly members: readonly UserId[];
  /**
   * Any this many of the organization members, or all where there are fewer; null for none beside `members`. Those of
   * `members` may be among them, and are given in any case.
   */
  readonly anyMembers: number | null;
  readonly workspaces: readonly WorkspaceId[];
  /** Active workspaces by name key. */
  readonly workspaceNames: readonly string[];
  /** Active workspaces that have the same name key as these; one that is active may be given itself, an archived one is not. */
  readonly workspacesNamedLike: readonly WorkspaceId[];
  /** The assignments of these users in this workspace. */
  readonly assignments: readonly { readonly workspaceId: WorkspaceId; readonly userIds: readonly UserId[] }[];
  /** Every assignment of these users, in active and archived workspaces, and those workspaces. */
  readonly allAssignmentsOf: readonly UserId[];
  /**
   * At most this many of the assignments of `assignmentsOf`, 1 or more: any of them, with the workspaces of those that
   * are given. Null for all. The store stops there: it must not read the others first.
   */
  readonly maxAssignments: number | null;
  /** The assignments of these users in the workspaces that `assignmentsOf` gives. */
  readonly assignmentsInSameWorkspaces: readonly UserId[];
  /** Whether the events that gave the assignments are wanted too. */
  readonly grantingEvents: boolean;
}

/**
 * The rows that were asked for and exist, in any order, each once, with exactly the fields of their types (a record's
 * `nameKey` and `words` are not among them).
 *
 * The rows are given beside the record of a command too, as they are now: who sends a command again is judged by them.
 *
 * Either all of it is of one moment, or the rows are newer than the guard, which is then refused at the commit.
 */
export interface Facts {
  /** 0 where the organization does not exist. */
  readonly revision: number;
  readonly lastSequence: number;
  /** The time of the newest event as the last commit gave it; null before the first. */
  readonly lastAt: string | null;
  readonly organization: Organization | null;
  readonly command: CommandRecord | null;
  readonly members: readonly OrganizationMember[];
  readonly workspaces: readonly Workspace[];
  readonly assignments: readonly RoleAssignment[];
  /** For each of the assignments the event with its sequence, each once; empty where they were not wanted. */
  readonly grantingEvents: readonly RosterEvent[];
}

const nothing: Need = {
  command: null,
  members: [],
  anyMembers: null,
  workspaces: [],
  workspaceNames: [],
  workspacesNamedLike: [],
  assignments: [],
  allAssignmentsOf: [],
  maxAssignments: null,
  assignmentsInSameWorkspaces: [],
  grantingEvents: false,
};

/** A need with the given parts and nothing else. */
export function need(parts: Partial<Need>): Need {
  return { ...nothing, ...parts };
}
