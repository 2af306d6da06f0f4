import type { ActorInput, Policy } from "../../../src/index.ts";

/** What a host configures, for the model and for the roster under test. */
export interface Settings {
  readonly label: string;
  readonly policy: Policy;
  /** The role catalogue, strongest role first. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly maxBatchSize: number;
}

/** All organizations, in plain collections. A command changes only its own copy of an organization. */
export interface World {
  readonly settings: Settings;
  readonly organizations: ReadonlyMap<string, Organization>;
}

export interface Organization {
  readonly organizationId: string;
  name: string;
  revision: number;
  readonly members: Map<string, Member>;
  readonly workspaces: Map<string, Workspace>;
  assignments: readonly Assignment[];
  readonly events: StoredEvent[];
  /** The request and the outcome of each idempotency key. */
  readonly keys: Map<string, { readonly requestKey: string; readonly outcome: Fields }>;
}

export interface Member {
  readonly role: string;
  readonly displayName: string;
  readonly email: string | null;
}

export interface Workspace {
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

export interface StoredEvent {
  readonly organizationId: string;
  readonly sequence: number;
  readonly operationId: string;
  readonly actor: ActorInput;
  readonly authority: string;
  readonly at: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The fields of an outcome or a refusal. */
export type Fields = Readonly<Record<string, unknown>>;

export type CommandAnswer = { readonly done: Fields } | { readonly refused: Fields };

/** What the host provides for one command: the ids that it may use and the time. */
export interface CommandContext {
  readonly operationId: string;
  readonly freshId: string;
  readonly organizationId: string;
  readonly now: string;
}

export function emptyWorld(settings: Settings): World {
  return { settings, organizations: new Map() };
}

export function emptyOrganization(organizationId: string): Organization {
  return {
    organizationId,
    name: "",
    revision: 0,
    members: new Map(),
    workspaces: new Map(),
    assignments: [],
    events: [],
    keys: new Map(),
  };
}

export function copyOf(organization: Organization): Organization {
  return {
    ...organization,
    members: new Map(organization.members),
    workspaces: new Map(organization.workspaces),
    events: [...organization.events],
    keys: new Map(organization.keys),
  };
}

export function roleOf(organization: Organization, workspaceId: string, userId: string): string | undefined {
  return organization.assignments.find(
    (assignment) => assignment.workspaceId === workspaceId && assignment.userId === userId,
  )?.role;
}

export function memberCount(organization: Organization, workspaceId: string): number {
  return organization.assignments.filter((assignment) => assignment.workspaceId === workspaceId).length;
}
