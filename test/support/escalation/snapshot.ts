import type { OrganizationId, UserId, WorkspaceId } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { need } from "../../../src/application/ports/need.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import * as values from "./values.ts";

/** The members, workspaces and roles of an organization, read from its tables. */
export interface Snapshot {
  readonly exists: boolean;
  readonly revision: number;
  readonly lastSequence: number;
  readonly members: ReadonlyMap<string, Member>;
  readonly workspaces: ReadonlyMap<string, WorkspaceSnapshot>;
}

export interface Member {
  readonly role: string;
  readonly displayName: string;
  readonly email: string | null;
}

export interface WorkspaceSnapshot {
  readonly status: "active" | "archived";
  readonly name: string;
  readonly description: string;
  /** By user id, including users who are not organization members. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Reads from the storage directly, so that it also sees rows that no list would show. */
export async function snapshotOf(storage: RosterStorage, organizationId: string): Promise<Snapshot> {
  const userIds = values.everybody as readonly UserId[];
  const workspaces = values.workspaceIds as readonly string[] as readonly WorkspaceId[];
  const assignments = workspaces.map((workspaceId) => ({ workspaceId, userIds }));
  const wanted = need({ anyMembers: 100, workspaces, assignments });
  const facts = await valueOf(storage.load(organizationId as OrganizationId, wanted, {}));
  return {
    exists: facts.organization !== null,
    revision: facts.revision,
    lastSequence: facts.lastSequence,
    members: new Map(
      facts.members.map(({ userId, role, displayName, email }) => [userId, { role, displayName, email }]),
    ),
    workspaces: new Map(
      facts.workspaces.map(({ workspaceId, status, name, description }) => {
        const held = facts.assignments.filter((assignment) => assignment.workspaceId === workspaceId);
        const roles = new Map<string, string>(held.map(({ userId, role }) => [userId, role]));
        return [workspaceId, { status, name, description, roles }];
      }),
    ),
  };
}
