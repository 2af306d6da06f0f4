import type { InvalidCursor, QueryFailure } from "../engine/errors.ts";
import { z } from "zod";
import type { Actor } from "../../domain/values/actor.ts";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import { mayReadOrganization } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import { adminCount, memberCount } from "../../domain/workspace/role-counts.ts";
import type { WorkspaceStatus } from "../../domain/workspace/workspace.ts";
import type { WorkspaceRow } from "../ports/queries.ts";
import { actor, type ActorInput } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { type ListInput, type ListRequest, pageFields, type SearchInput, words } from "../schemas/query-fields.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/needs.ts";

/** The input of `listWorkspaces`. */
export interface ListWorkspacesInput extends ListInput, SearchInput {
  readonly actor: ActorInput;
  /** Whether to list archived workspaces too. Default false. */
  readonly includeArchived?: boolean | undefined;
}

/** A workspace of the organization, with its counts. */
export interface WorkspaceItem {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
  readonly status: WorkspaceStatus;
  readonly memberCount: number;
  /** The number of members whose role has `members:manage`. */
  readonly adminCount: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly createdAt: string;
}

/** The errors of `listWorkspaces`. */
export type ListWorkspacesError = OrganizationNotFound | Forbidden | QueryFailure | InvalidCursor;

type Refusal = OrganizationNotFound | Forbidden;

export function listWorkspacesSchema() {
  const includeArchived = z.boolean({ error: "must be true or false" }).default(false);
  return z
    .strictObject({ ...pageFields, actor, search: words, includeArchived })
    .transform(({ search, ...request }) => ({ ...request, words: search }));
}

interface ListWorkspaces extends ListRequest {
  readonly actor: Actor;
  readonly includeArchived: boolean;
}

export const listWorkspaces: ListDefinition<ListWorkspaces, WorkspaceRow, WorkspaceItem, Refusal> = {
  name: "listWorkspaces",
  parser: () => parserOf(listWorkspacesSchema()),
  need: ({ actor }) => readerNeed(actor, null),
  read: (storage, query, { includeArchived }, options) =>
    storage.read.workspaces({ ...query, includeArchived }, options),
  judge: (facts, { actor }) => mayReadOrganization(facts, actor),
  idOf: ({ workspaceId }) => workspaceId,
  item: ({ workspaceId, name, description, status, roleCounts, createdAt }, { workspaceRoles }) => ({
    workspaceId,
    name,
    description,
    status,
    memberCount: memberCount(roleCounts),
    adminCount: adminCount(roleCounts, workspaceRoles),
    createdAt,
  }),
};
