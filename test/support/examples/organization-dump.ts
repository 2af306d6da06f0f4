import {
  createRoster,
  evolve,
  noFacts,
  type OrganizationFacts,
  type OrganizationId,
  type Page,
  type RosterError,
  type RosterEvent,
} from "workspace-roster";
import type { RosterStorage } from "workspace-roster/storage";
import type { ResultAsync } from "neverthrow";
import { allItems } from "../../../examples/admin/all-items.ts";

/** Everything about an organization except times, each part by id. */
export interface OrganizationDump {
  readonly members: Readonly<Record<string, { readonly role: string; readonly displayName: string }>>;
  readonly workspaces: Readonly<Record<string, WorkspaceDump>>;
}

interface WorkspaceDump {
  readonly name: string;
  readonly description: string;
  readonly status: string;
  readonly memberCount: number;
  readonly adminCount: number;
  readonly roles: Readonly<Record<string, string>>;
}

const actor = { system: "test" };

/** The organization as the roster's lists return it. */
export async function dumpOf(storage: RosterStorage, organizationId: string): Promise<OrganizationDump> {
  const roster = createRoster({ storage });
  const reader = { organizationId, actor, limit: 500 };
  const members = await all((after) => roster.listOrganizationMembers({ ...reader, after }));
  const workspaces = await all((after) => roster.listWorkspaces({ ...reader, includeArchived: true, after }));
  const dumped: Record<string, WorkspaceDump> = {};
  for (const { workspaceId, name, description, status, memberCount, adminCount } of workspaces) {
    const people = await all((after) => roster.listMembers({ ...reader, workspaceId, after }));
    dumped[workspaceId] = {
      name,
      description,
      status,
      memberCount,
      adminCount,
      roles: Object.fromEntries(people.map(({ userId, role }) => [userId, role])),
    };
  }
  return {
    members: Object.fromEntries(members.map(({ userId, role, displayName }) => [userId, { role, displayName }])),
    workspaces: dumped,
  };
}

/** The organization as its events replay to it. */
export function replayed(organizationId: string, events: readonly RosterEvent[]): OrganizationDump {
  const facts: OrganizationFacts = evolve(noFacts(organizationId as OrganizationId), events);
  const assignments = [...facts.assignments.values()];
  const members = [...facts.members.values()];
  const workspaces = [...facts.workspaces.values()].map(({ workspaceId, name, description, status }) => {
    const people = assignments.filter((assignment) => assignment.workspaceId === workspaceId);
    const roles = Object.fromEntries(people.map(({ userId, role }) => [userId, role]));
    const adminCount = people.filter(({ role }) => role === "admin").length;
    return [workspaceId, { name, description, status, memberCount: people.length, adminCount, roles }] as const;
  });
  return {
    members: Object.fromEntries(members.map(({ userId, role, displayName }) => [userId, { role, displayName }])),
    workspaces: Object.fromEntries(workspaces),
  };
}

/** All events of the organization in order; none if it does not exist yet. */
export async function eventsOf(storage: RosterStorage, organizationId: string): Promise<readonly RosterEvent[]> {
  const roster = createRoster({ storage });
  const first = await roster.events({ organizationId, actor, limit: 1 });
  if (first.isErr() && first.error.code === "organization_not_found") return [];
  return all((after) => roster.events({ organizationId, actor, limit: 500, after }));
}

async function all<Item>(
  readPage: (after: string | null) => ResultAsync<Page<Item>, RosterError>,
): Promise<readonly Item[]> {
  return (await allItems(readPage))._unsafeUnwrap();
}
