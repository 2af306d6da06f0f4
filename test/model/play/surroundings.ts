import type { Surroundings, WorkspaceState } from "../../support/commands/placeholders.ts";
import { userIds, workspaceIds } from "../generate/values.ts";
import type { Organization, World } from "../rules/world.ts";

/** What placeholders of a command or a query about this organization mean. */
export function surroundingsIn({ organizations, settings }: World, organizationId: string | null = null): Surroundings {
  const organization = organizations.get(organizationId ?? "");
  const operations = operationsOf(organization?.events ?? []);
  return {
    members: organization?.members ?? new Map(),
    workspaces: organization === undefined ? new Map() : workspacesOf(organization),
    workspaceRoles: settings.roles,
    operations: operations.map(([operationId]) => operationId),
    additions: operations.filter(([, types]) => isAddition(types)).map(([operationId]) => operationId),
    senders: [],
    fallback: { userIds, workspaceIds },
  };
}

function workspacesOf({ workspaces, assignments }: Organization): ReadonlyMap<string, WorkspaceState> {
  return new Map(
    [...workspaces].map(([workspaceId, { isArchived }]) => {
      const held = assignments.filter((assignment) => assignment.workspaceId === workspaceId);
      const roles = new Map(held.map(({ userId, role }) => [userId, role]));
      return [workspaceId, { status: isArchived ? "archived" : "active", roles }];
    }),
  );
}

/** Each operation with the types of its events, the latest first. */
function operationsOf(events: Organization["events"]): readonly (readonly [string, readonly string[]])[] {
  const operations = Map.groupBy(events, ({ operationId }) => operationId);
  return [...operations].map(([id, caused]) => [id, caused.map(({ type }) => type)] as const).reverse();
}

function isAddition(types: readonly string[]): boolean {
  return types.every((type) => type === "workspace.member.added");
}
