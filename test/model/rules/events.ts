import type { ActorInput } from "../../../src/index.ts";
import type { Given, Tenant } from "./world.ts";

/** By whom and by what right something happens. */
export interface Doer extends Given {
  readonly actor: ActorInput;
  readonly authority: string;
}

interface Happening {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Writes down one event, next in the organization's sequence. */
export function happen(tenant: Tenant, { operationId, actor, authority, now }: Doer, happening: Happening): void {
  const { organizationId, events } = tenant;
  events.push({
    organizationId,
    sequence: events.length + 1,
    operationId,
    actor: { ...actor },
    authority,
    at: now,
    ...happening,
  });
}

/** Gives a role in a workspace, whatever was held there before. */
export function give(tenant: Tenant, doer: Doer, workspaceId: string, userId: string, role: string): void {
  const previous = tenant.assignments.find((held) => held.workspaceId === workspaceId && held.userId === userId);
  tenant.assignments = [...tenant.assignments.filter((held) => held !== previous), { workspaceId, userId, role }];
  const about = { workspaceId, userId, role };
  if (previous === undefined) happen(tenant, doer, { type: "workspace.member.added", ...about });
  else happen(tenant, doer, { type: "workspace.member.role_changed", ...about, previousRole: previous.role });
}

/** Takes the role in a workspace away; answers which it was. */
export function take(tenant: Tenant, doer: Doer, workspaceId: string, userId: string): string {
  const previous = tenant.assignments.find((held) => held.workspaceId === workspaceId && held.userId === userId);
  tenant.assignments = tenant.assignments.filter((held) => held !== previous);
  const role = previous?.role ?? "";
  happen(tenant, doer, { type: "workspace.member.removed", workspaceId, userId, role });
  return role;
}
