import { isDeepStrictEqual } from "node:util";
import type { Result } from "neverthrow";
import type { ActorInput } from "../../../../src/index.ts";
import { isStranger, managesOrganization, may, permissionsHeld } from "../authority.ts";
import type { Question } from "../call.ts";
import type { Settings } from "../settings.ts";
import type { Member, Snapshot } from "../snapshot.ts";
import { isNothing } from "./strangers.ts";

/** One question with its answer. */
export interface Reading {
  readonly settings: Settings;
  readonly question: Question;
  readonly answer: Result<unknown, { readonly code: string }>;
  readonly snapshot: Snapshot;
}

/** How the answer breaks rules A5, A7 or X1, or null: it is given to those whom A5 names, and it is true. */
export function misread({ settings, question, answer, snapshot }: Reading): string | null {
  const { query, input } = question;
  if (input.actor !== undefined && isStranger(input.actor, snapshot)) {
    return isNothing(answer) ? null : "A7: a stranger was told something";
  }
  const isAllowed =
    input.actor === undefined ? snapshot.exists : isReader(query, input, input.actor, snapshot, settings);
  if (answer.isOk() !== isAllowed) return `A5: the answer was ${isAllowed ? "refused" : "given"}`;
  if (answer.isErr()) return null;
  const due = contents(question, snapshot, settings);
  return due === null || isDeepStrictEqual(shown(question, answer.value), due) ? null : "the answer is not true";
}

/** Rule A5. */
function isReader(
  query: Question["query"],
  { workspaceId = null }: Question["input"],
  actor: ActorInput,
  snapshot: Snapshot,
  settings: Settings,
): boolean {
  if (workspaceId === null) return managesOrganization(actor, snapshot);
  const workspace = snapshot.workspaces.get(workspaceId);
  if (workspace === undefined) return false;
  const isManager = may("members:manage", actor, workspaceId, snapshot, settings);
  if (query === "candidates") return isManager;
  if (managesOrganization(actor, snapshot)) return true;
  if (query === "events") return isManager;
  return workspace.status === "active" && "userId" in actor && workspace.roles.has(actor.userId);
}

type Rows = Readonly<Record<string, unknown>>;

/** What a true answer shows: rows by id; null where it is not checked here. */
function contents({ query, input }: Question, snapshot: Snapshot, settings: Settings): Rows | null {
  const { workspaceId = null, userId = "", includeArchived = false } = input;
  const { members, workspaces } = snapshot;
  const roles = workspaceId === null ? undefined : workspaces.get(workspaceId)?.roles;
  switch (query) {
    case "listMembers":
      return Object.fromEntries(roles ?? []);
    case "candidates":
      return Object.fromEntries([...members.keys()].map((id) => [id, roles?.get(id) ?? null]));
    case "listWorkspaces": {
      const listed = [...workspaces].filter(([, { status }]) => includeArchived || status === "active");
      return Object.fromEntries(listed.map(([id, { status }]) => [id, status]));
    }
    case "listOrganizationMembers":
      return Object.fromEntries([...members].map(([id, { role }]) => [id, role]));
    case "workspacesOf":
      return Object.fromEntries(
        [...workspaces]
          .filter(([, { status, roles: held }]) => status === "active" && held.has(userId))
          .map(([id, { roles: held }]) => [id, held.get(userId)]),
      );
    case "accessMany":
      return accesses(input, snapshot, settings);
    case "events":
      return null;
  }
}

/** Rules A1, A2, X1: what each may do in each workspace; null for a workspace that does not exist. */
function accesses(
  { workspaceIds = [], userIds = [] }: Question["input"],
  snapshot: Snapshot,
  settings: Settings,
): Rows {
  const { workspaces, members } = snapshot;
  const administers = (member: Member | undefined): boolean =>
    member?.role === "admin" && settings.policy.organizationAdminsAdminister;
  return Object.fromEntries(
    workspaceIds.flatMap((workspaceId) =>
      userIds.map((userId) => {
        const workspace = workspaces.get(workspaceId);
        const byRole = permissionsHeld(userId, workspaceId, snapshot, settings);
        const isAdministered = workspace?.status === "active" && administers(members.get(userId));
        const held = new Set([...byRole, ...(isAdministered ? ["settings:manage", "members:manage"] : [])]);
        return [`${workspaceId} ${userId}`, workspace === undefined ? null : [...held].sort()];
      }),
    ),
  );
}

interface Item {
  readonly userId?: string;
  readonly workspaceId?: string;
  readonly role?: string;
  readonly currentRole?: string | null;
  readonly organizationRole?: string;
  readonly status?: string;
  readonly access?: { readonly permissions: readonly string[] } | null;
}

function shown({ query }: Question, value: unknown): Rows {
  const items = Array.isArray(value)
    ? (value as readonly Item[])
    : (value as { readonly items: readonly Item[] }).items;
  return Object.fromEntries(
    items.map((item): [string, unknown] => {
      const { userId = "", workspaceId = "" } = item;
      switch (query) {
        case "listMembers":
          return [userId, item.role];
        case "candidates":
          return [userId, item.currentRole];
        case "listWorkspaces":
          return [workspaceId, item.status];
        case "listOrganizationMembers":
          return [userId, item.role ?? item.organizationRole];
        case "workspacesOf":
          return [workspaceId, item.role];
        case "events":
        case "accessMany":
          return [
            `${workspaceId} ${userId}`,
            item.access === null ? null : [...(item.access?.permissions ?? [])].sort(),
          ];
      }
    }),
  );
}
