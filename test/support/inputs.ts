import type { Result, ResultAsync } from "neverthrow";
import type { Roster } from "../../src/application/roster.ts";

type AnyRoster = Roster;
export interface Refusal {
  readonly code: string;
}

/** One method of the roster with a valid input for `acmeStorage`. */
export interface Call {
  readonly name: string;
  readonly input: object;
  ask(roster: AnyRoster, input: unknown): ResultAsync<unknown, Refusal>;
}

/** One string in the input of a call, and its kind. */
export interface StringField {
  readonly call: Call;
  readonly path: Path;
  readonly kind: "id" | "name" | "description" | "email" | "choice" | "search" | "cursor";
  readonly title: string;
}

export type Path = readonly (string | number)[];

const actor = { userId: "ada" };
const organizationId = "acme";
const workspaceId = "web";
const batch = { organizationId, actor, mode: "atomic", idempotencyKey: "key-1" };
const page = { organizationId, limit: 10, atLeast: 0 };
const search = "b";

export const createOrganization: Call = {
  name: "createOrganization",
  input: {
    organizationId: "new",
    idempotencyKey: "key-1",
    name: "New",
    owner: { userId: "ada", displayName: "Ada", email: "ada@example.com" },
  },
  ask: (roster, input) => roster.createOrganization(input as never),
};

const addOrganizationMembers: Call = {
  name: "addOrganizationMembers",
  input: { ...batch, members: [{ userId: "eve", displayName: "Eve", email: "eve@example.com", role: "billing" }] },
  ask: (roster, input) => roster.addOrganizationMembers(input as never),
};

export const createWorkspace: Call = {
  name: "createWorkspace",
  input: {
    organizationId,
    actor,
    idempotencyKey: "key-1",
    workspaceId: "ops",
    name: "Ops",
    description: "",
    admin: "bo",
    addEveryone: false,
  },
  ask: (roster, input) => roster.createWorkspace(input as never),
};

export const addMembers: Call = {
  name: "addMembers",
  input: { ...batch, workspaceId, members: [{ userId: "bo", role: "member" }] },
  ask: (roster, input) => roster.addMembers(input as never),
};

const changeOrganizationRoles: Call = {
  name: "changeOrganizationRoles",
  input: { ...batch, members: [{ userId: "bo", role: "billing" }] },
  ask: (roster, input) => roster.changeOrganizationRoles(input as never),
};

export const removeOrganizationMembers: Call = {
  name: "removeOrganizationMembers",
  input: { ...batch, userIds: ["bo"], successor: "cy" },
  ask: (roster, input) => roster.removeOrganizationMembers(input as never),
};

const updateOrganization: Call = {
  name: "updateOrganization",
  input: { organizationId, actor, idempotencyKey: "key-1", name: "Acme Labs" },
  ask: (roster, input) => roster.updateOrganization(input as never),
};

const updateProfiles: Call = {
  name: "updateProfiles",
  input: { ...batch, members: [{ userId: "bo", displayName: "Bo", email: "bo@example.com" }] },
  ask: (roster, input) => roster.updateProfiles(input as never),
};

const updateWorkspace: Call = {
  name: "updateWorkspace",
  input: { organizationId, actor, idempotencyKey: "key-1", workspaceId, name: "Web", description: "The shop" },
  ask: (roster, input) => roster.updateWorkspace(input as never),
};

const archiveWorkspace: Call = {
  name: "archiveWorkspace",
  input: { organizationId, actor, idempotencyKey: "key-1", workspaceId },
  ask: (roster, input) => roster.archiveWorkspace(input as never),
};

const restoreWorkspace: Call = {
  name: "restoreWorkspace",
  input: { organizationId, actor, idempotencyKey: "key-1", workspaceId, name: "Web", admin: "bo" },
  ask: (roster, input) => roster.restoreWorkspace(input as never),
};

const changeRoles: Call = {
  name: "changeRoles",
  input: { ...batch, workspaceId, members: [{ userId: "ada", role: "admin" }] },
  ask: (roster, input) => roster.changeRoles(input as never),
};

const setMembers: Call = {
  name: "setMembers",
  input: { ...batch, workspaceId, members: [{ userId: "bo", role: "member" }] },
  ask: (roster, input) => roster.setMembers(input as never),
};

const removeMembers: Call = {
  name: "removeMembers",
  input: { ...batch, workspaceId, userIds: ["bo"] },
  ask: (roster, input) => roster.removeMembers(input as never),
};

export const leaveWorkspace: Call = {
  name: "leaveWorkspace",
  input: { organizationId, actor, idempotencyKey: "key-1", workspaceId },
  ask: (roster, input) => roster.leaveWorkspace(input as never),
};

const undoAddMembers: Call = {
  name: "undoAddMembers",
  input: { organizationId, actor, idempotencyKey: "key-1", operationId: "seed-1" },
  ask: (roster, input) => roster.undoAddMembers(input as never),
};

export const getOrganization: Call = {
  name: "getOrganization",
  input: { organizationId, actor, atLeast: 0 },
  ask: (roster, input) => roster.getOrganization(input as never),
};

export const getWorkspace: Call = {
  name: "getWorkspace",
  input: { organizationId, workspaceId, actor, atLeast: 0 },
  ask: (roster, input) => roster.getWorkspace(input as never),
};

export const listMembers: Call = {
  name: "listMembers",
  input: { ...page, workspaceId, actor, search, role: "admin" },
  ask: (roster, input) => roster.listMembers(input as never),
};

export const candidates: Call = {
  name: "candidates",
  input: { ...page, workspaceId, actor, search },
  ask: (roster, input) => roster.candidates(input as never),
};

export const listWorkspaces: Call = {
  name: "listWorkspaces",
  input: { ...page, actor, search, includeArchived: true },
  ask: (roster, input) => roster.listWorkspaces(input as never),
};

export const workspacesOf: Call = {
  name: "workspacesOf",
  input: { ...page, userId: "ada" },
  ask: (roster, input) => roster.workspacesOf(input as never),
};

export const listOrganizationMembers: Call = {
  name: "listOrganizationMembers",
  input: { ...page, actor, search, role: "member" },
  ask: (roster, input) => roster.listOrganizationMembers(input as never),
};

export const access: Call = {
  name: "access",
  input: { organizationId, workspaceId, userId: "bo", atLeast: 0 },
  ask: (roster, input) => roster.access(input as never),
};

export const can: Call = {
  name: "can",
  input: { organizationId, workspaceId, userId: "bo", permission: "resources:use", atLeast: 0 },
  ask: (roster, input) => roster.can(input as never),
};

const events: Call = {
  name: "events",
  input: { ...page, actor, workspaceId, userId: "bo" },
  ask: (roster, input) => roster.events(input as never),
};

export const accessMany: Call = {
  name: "accessMany",
  input: { organizationId, workspaceIds: ["web"], userIds: ["bo"], atLeast: 0 },
  ask: (roster, input) => roster.accessMany(input as never),
};

export const memberBatches = [
  addOrganizationMembers,
  changeOrganizationRoles,
  updateProfiles,
  addMembers,
  changeRoles,
  setMembers,
];
export const userBatches = [removeOrganizationMembers, removeMembers];
export const commands = [
  createOrganization,
  createWorkspace,
  updateOrganization,
  updateWorkspace,
  archiveWorkspace,
  restoreWorkspace,
  ...memberBatches,
  ...userBatches,
  leaveWorkspace,
  undoAddMembers,
];
export const lists = [listMembers, candidates, listWorkspaces, workspacesOf, listOrganizationMembers, events];
export const searches = [listMembers, candidates, listWorkspaces, listOrganizationMembers];
export const calls = [...commands, ...lists, getOrganization, getWorkspace, access, can, accessMany];

/** The same commands as previews. */
export const previews: readonly Call[] = commands.map(({ name, input }) => ({
  name: `preview.${name}`,
  input,
  ask: ({ preview }, given) => preview[name as keyof typeof preview](given as never),
}));

const kinds: Readonly<Record<string, StringField["kind"]>> = {
  organizationId: "id",
  workspaceId: "id",
  userId: "id",
  idempotencyKey: "id",
  admin: "id",
  name: "name",
  displayName: "name",
  description: "description",
  email: "email",
  role: "choice",
  mode: "choice",
  permission: "choice",
  search: "search",
};

/** Every string of every call. */
export const stringFields: readonly StringField[] = calls.flatMap((call) => [
  ...stringsIn(call.input).map((path) => fieldOf(call, path, kinds[String(path.at(-1))] ?? "id")),
  ...("actor" in call.input ? [fieldOf(call, ["actor", "system"], "id")] : []),
  ...(lists.includes(call) ? [fieldOf(call, ["after"], "cursor")] : []),
]);

/** The input of the call with another value in one place. */
export function inputWith({ input }: Call, path: Path, value: unknown): unknown {
  if (path.join(".") === "actor.system") return { ...input, actor: { system: value } };
  const copy: unknown = structuredClone(input);
  const parent = path.slice(0, -1).reduce((place, step) => (place as Record<typeof step, unknown>)[step], copy);
  (parent as Record<string, unknown>)[String(path.at(-1))] = value;
  return copy;
}

/** The expected refusal. */
export function refusalOf(result: Result<unknown, Refusal>): Refusal & { readonly issues?: unknown } {
  if (result.isOk()) throw new Error(`Unexpected answer: ${JSON.stringify(result.value)}`);
  return result.error;
}

function fieldOf(call: Call, path: Path, kind: StringField["kind"]): StringField {
  return { call, path, kind, title: `${call.name} ${path.join(".")}` };
}

function stringsIn(value: unknown): readonly Path[] {
  if (typeof value === "string") return [[]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
  );
}
