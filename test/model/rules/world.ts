import type { ActorInput, Policy } from "../../../src/index.ts";

/** What a host decides: the model is told it and the roster under test alike. */
export interface Setting {
  readonly label: string;
  readonly policy: Policy;
  /** The role catalogue, strongest role first. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly maxBatchSize: number;
}

/** Everything that there is, in plain collections. Nothing in it is changed in place but by the command that copied it. */
export interface World {
  readonly setting: Setting;
  readonly organizations: ReadonlyMap<string, Tenant>;
}

export interface Tenant {
  readonly organizationId: string;
  revision: number;
  readonly members: Map<string, Person>;
  readonly workspaces: Map<string, Space>;
  /** Who holds what role where. */
  assignments: readonly Assignment[];
  readonly events: Happened[];
  /** What was asked under a caller's key, and what was answered. */
  readonly keys: Map<string, { readonly asked: string; readonly outcome: Told }>;
}

export interface Person {
  readonly role: string;
  readonly displayName: string;
  readonly email: string | null;
}

export interface Space {
  readonly name: string;
  readonly description: string;
  readonly isArchived: boolean;
  readonly createdAt: string;
}

export interface Assignment {
  readonly workspaceId: string;
  readonly userId: string;
  readonly role: string;
}

/** An event as it is stored. */
export interface Happened {
  readonly organizationId: string;
  readonly sequence: number;
  readonly operationId: string;
  readonly actor: ActorInput;
  readonly authority: string;
  readonly at: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** An outcome, or a refusal. */
export type Told = Readonly<Record<string, unknown>>;

export type Answered = { readonly done: Told } | { readonly refused: Told };

/** What the host gives to one command: the ids that it may use and the time. */
export interface Given {
  readonly operationId: string;
  readonly freshId: string;
  readonly organizationId: string;
  readonly now: string;
}

export function emptyWorld(setting: Setting): World {
  return { setting, organizations: new Map() };
}

export function newTenant(organizationId: string): Tenant {
  return {
    organizationId,
    revision: 0,
    members: new Map(),
    workspaces: new Map(),
    assignments: [],
    events: [],
    keys: new Map(),
  };
}

export function copyOf(tenant: Tenant): Tenant {
  return {
    ...tenant,
    members: new Map(tenant.members),
    workspaces: new Map(tenant.workspaces),
    events: [...tenant.events],
    keys: new Map(tenant.keys),
  };
}

/** The role that the user holds in the workspace, if any. */
export function roleOf(tenant: Tenant, workspaceId: string, userId: string): string | undefined {
  return tenant.assignments.find((held) => held.workspaceId === workspaceId && held.userId === userId)?.role;
}

/** How many hold a role there. */
export function headCount(tenant: Tenant, workspaceId: string): number {
  return tenant.assignments.filter((held) => held.workspaceId === workspaceId).length;
}
