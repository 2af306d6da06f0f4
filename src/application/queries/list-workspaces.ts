import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import { mayReadOrganization } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import { adminCount, memberCount } from "../../domain/workspace/role-counts.ts";
import type { WorkspaceStatus } from "../../domain/workspace/workspace.ts";
import type { WorkspaceRow } from "../ports/queries.ts";
import { type ListWorkspaces, listWorkspacesParser } from "../schemas/list-workspaces-schema.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/reader-need.ts";

/** A workspace as the admin console lists it. */
export interface WorkspaceItem {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
  readonly status: WorkspaceStatus;
  readonly memberCount: number;
  readonly adminCount: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly createdAt: string;
}

/** The refusals of `listWorkspaces`. */
export type ListWorkspacesRefusal = OrganizationNotFound | Forbidden;

export const listWorkspaces: ListDefinition<ListWorkspaces, WorkspaceRow, WorkspaceItem, ListWorkspacesRefusal> = {
  name: "listWorkspaces",
  parser: listWorkspacesParser,
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
