import type fc from "fast-check";
import type { ActorInput, OrganizationRole } from "../../../src/index.ts";

/**
 * What random commands are drawn from: whose ids, which roles and keys, and how often each.
 *
 * Any id may be a placeholder such as `holder#1`, see `placeholders.ts`.
 */
export interface CommandRange {
  readonly organizationId: fc.Arbitrary<string>;
  readonly newOrganizationId: fc.Arbitrary<string | undefined>;
  readonly idempotencyKey: fc.Arbitrary<string | null | undefined>;
  readonly mode: fc.Arbitrary<"atomic" | "partial" | undefined>;

  /** Sends commands about the organization. */
  readonly actor: fc.Arbitrary<ActorInput>;
  /** Sends commands about one workspace. */
  readonly workspaceActor: fc.Arbitrary<ActorInput>;
  /** Leaves a workspace. */
  readonly leaver: fc.Arbitrary<string>;

  /** Joins the organization or has a profile changed. */
  readonly userId: fc.Arbitrary<string>;
  /** Gets another organization role. */
  readonly changedUserId: fc.Arbitrary<string>;
  /** Is removed from the organization. */
  readonly removedUserId: fc.Arbitrary<string>;
  readonly successor: fc.Arbitrary<string | null>;
  readonly organizationRole: fc.Arbitrary<OrganizationRole>;
  readonly displayName: fc.Arbitrary<string>;
  readonly email: fc.Arbitrary<string | null | undefined>;

  readonly workspaceId: fc.Arbitrary<string>;
  readonly newWorkspaceId: fc.Arbitrary<string | undefined>;
  readonly restoredWorkspaceId: fc.Arbitrary<string>;
  readonly workspaceName: fc.Arbitrary<string>;
  readonly description: fc.Arbitrary<string | undefined>;
  readonly addEveryone: fc.Arbitrary<boolean | undefined>;
  /** The first admin of a new workspace. */
  readonly admin: fc.Arbitrary<string | undefined>;
  /** The admin of a restored workspace, in case it has none. */
  readonly restoredAdmin: fc.Arbitrary<string | null | undefined>;

  /** Is added to, changed in or removed from a workspace. */
  readonly workspaceUserId: fc.Arbitrary<string>;
  readonly workspaceRole: fc.Arbitrary<string>;
  /** The operation to undo. */
  readonly operationId: fc.Arbitrary<string>;

  /** Whether some batches are invalid: empty, with a user twice, or with a successor who is removed too. */
  readonly hasInvalid: boolean;
}

/** How often each command is drawn. Commands that need much to succeed, such as undo, are drawn often too. */
export const usualWeights = {
  createOrganization: 1,
  updateOrganization: 1,
  addOrganizationMembers: 5,
  changeOrganizationRoles: 3,
  removeOrganizationMembers: 5,
  updateProfiles: 2,
  createWorkspace: 5,
  updateWorkspace: 2,
  archiveWorkspace: 2,
  restoreWorkspace: 4,
  addMembers: 7,
  changeRoles: 4,
  setMembers: 5,
  removeMembers: 4,
  leaveWorkspace: 2,
  undoAddMembers: 4,
} as const;
