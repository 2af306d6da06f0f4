import type { DatabaseSync } from "node:sqlite";
import { createRoster, type Roster } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import {
  openDatabase,
  organizationId,
  ownerId,
  personId,
  prepareOrganization,
  valueOf,
} from "./prepared-organization.ts";

/** People in one command. */
export const leaversAtOnce = 10;
/** The workspaces of each of them. */
export const rolesEach = 40;
/** One in this many of these workspaces has the first person as its only admin; the others have the owner too. */
const onlyAdminEvery = 4;
const othersInEach = 20;
const peoplePerWorkspace = 10;

/** An organization whose workspaces grow with its people, with groups of ten who can leave and come back. */
export interface BusyOrganization {
  readonly people: number;
  readonly workspaces: number;
  readonly roster: Roster;
  readonly database: DatabaseSync;
  /** How many groups of ten there are; each has 40 workspaces of its own. */
  readonly groups: number;
}

/** Creates the database file, with at most this many groups. */
export async function busyOrganization(file: string, people: number, mostGroups: number): Promise<BusyOrganization> {
  const workspaces = people / peoplePerWorkspace;
  const groups = Math.min(mostGroups, Math.floor(workspaces / rolesEach));
  const ids = Array.from({ length: workspaces }, (_, number) => workspaceId(number));
  await prepareOrganization(file, people, ids);

  const database = openDatabase(file);
  const roster = createRoster({ storage: sqliteStorage({ database }) });
  const firstOther = 1 + groups * leaversAtOnce;
  for (const [number, id] of ids.entries()) {
    const members = Array.from({ length: othersInEach }, (_, index) => {
      const other = (number * othersInEach + index) % (people - firstOther);
      return { userId: personId(firstOther + other), role: "member" as const };
    });
    const actor = { userId: ownerId };
    valueOf(await roster.addMembers({ organizationId, workspaceId: id, actor, members }));
  }
  const organization = { people, workspaces, roster, database, groups };
  for (let group = 0; group < groups; group += 1) await giveRoles(organization, group);
  return organization;
}

/** The ids of the ten of this group. */
export function leaversOf(group: number): readonly string[] {
  return Array.from({ length: leaversAtOnce }, (_, index) => personId(1 + group * leaversAtOnce + index));
}

/** Restores the group as it was before it left. */
export async function comeBack(organization: BusyOrganization, group: number): Promise<void> {
  const members = leaversOf(group).map((userId) => ({
    userId,
    displayName: `Back ${userId}`,
    role: "member" as const,
  }));
  const actor = { userId: ownerId };
  valueOf(await organization.roster.addOrganizationMembers({ organizationId, actor, members }));
  await giveRoles(organization, group);
}

async function giveRoles({ roster, workspaces, groups }: BusyOrganization, group: number): Promise<void> {
  const members = leaversOf(group).map((userId, index) => {
    return { userId, role: index === 0 ? ("admin" as const) : ("member" as const) };
  });
  for (let index = 0; index < rolesEach; index += 1) {
    // Spread over all of the workspaces.
    const number = (index * groups + group) % workspaces;
    const workspace = { organizationId, workspaceId: workspaceId(number), actor: { userId: ownerId } };
    valueOf(await roster.addMembers({ ...workspace, members }));
    if (index % onlyAdminEvery === 0) valueOf(await roster.removeMembers({ ...workspace, userIds: [ownerId] }));
  }
}

function workspaceId(number: number): string {
  return `workspace-${String(number)}`;
}
