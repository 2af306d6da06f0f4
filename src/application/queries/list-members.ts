import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import { mayListMembers } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { UserId } from "../../domain/values/ids.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { PersonRow } from "../ports/queries.ts";
import { type ListMembers, listMembersParser } from "../schemas/list-members-schema.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/reader-need.ts";

/** A member of a workspace. */
export interface WorkspaceMemberItem<Role extends string = string> {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organizationRole: OrganizationRole;
}

/** The refusals of `listMembers`. */
export type ListMembersRefusal = OrganizationNotFound | WorkspaceNotFound | Forbidden;

export const listMembers: ListDefinition<ListMembers, PersonRow, WorkspaceMemberItem, ListMembersRefusal> = {
  name: "listMembers",
  parser: listMembersParser,
  need: ({ actor, workspaceId }) => readerNeed(actor, workspaceId),
  read: (storage, query, { workspaceId, role }, options) =>
    storage.read.workspaceMembers({ ...query, workspaceId, role }, options),
  judge: mayListMembers,
  idOf: ({ userId }) => userId,
  item: ({ userId, displayName, email, workspaceRole, organizationRole }) => ({
    userId,
    displayName,
    email,
    role: workspaceRole ?? "",
    organizationRole,
  }),
};
