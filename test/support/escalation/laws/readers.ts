import { isDeepStrictEqual } from "node:util";
import type { Result } from "neverthrow";
import type { ActorInput } from "../../../../src/index.ts";
import { isStranger, managesOrganization, may, permissionsHeld } from "../authority.ts";
import type { Question } from "../call.ts";
import type { Settings } from "../settings.ts";
import type { Member, Snapshot } from "../snapshot.ts";
import { isNotFound } from "./strangers.ts";

/** One query with its answer. */
export interface Reading {
  readonly settings: Settings;
  readonly question: Question;
  readonly answer: Result<unknown, { readonly code: string }>;
  readonly snapshot: Snapshot;
}

/** How the answer breaks rules A5, A7 or X1, or null: only those whom A5 names get an answer, and it is true. */
export function problemWithReading({ settings, question, answer, snapshot }: Reading): string | null {
  const { query, input } = question;
  if (input.actor !== undefined && isStranger(input.actor, snapshot)) {
    return isNotFound(answer) ? null : "A7: a stranger got an answer";
  }
  const isAllowed =
    input.actor === undefined ? snapshot.exists : isReader(query, input, input.actor, snapshot, settings);
  if (answer.isOk() !== isAllowed)
    return `A5: the query was ${isAllowed ? "refused to a reader" : "answered to a non-reader"}`;
  if (answer.isErr()) return null;
  const expected = expectedRows(question, snapshot, settings);
  return expected === null || isDeepStrictEqual(actualRows(question, answer.value), expected)
    ? null
    : "the answer is not true";
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

/** The expected rows by id; null for a query that is not checked here. */
function expectedRows({ query, input }: Question, snapshot: Snapshot, settings: Settings): Rows | null {
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

/** Rules A1, A2, X1: the permissions of each user in each workspace; null for a workspace that does not exist. */
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

function actualRows({ query }: Question, value: unknown): Rows {
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
