import type { InvalidCursor, QueryFailure } from "../engine/errors.ts";
import { z } from "zod";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import { mayListMembers } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { PersonRow } from "../ports/queries.ts";
import { actor, type ActorInput, optional, workspaceId, workspaceRole } from "../schemas/fields.ts";
import { parserOf, type ParserContext } from "../schemas/parse-input.ts";
import { type ListInput, type ListRequest, pageFields, type SearchInput, words } from "../schemas/query-fields.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/needs.ts";

/** The input of `listMembers`. */
export interface ListMembersInput<Role extends string> extends ListInput, SearchInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
  /** Only members with this role. */
  readonly role?: Role | null | undefined;
}

/** A member of a workspace. */
export interface WorkspaceMemberItem<Role extends string = string> {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organizationRole: OrganizationRole;
}

/** The errors of `listMembers`. */
export type ListMembersError = OrganizationNotFound | WorkspaceNotFound | Forbidden | QueryFailure | InvalidCursor;

type Refusal = OrganizationNotFound | WorkspaceNotFound | Forbidden;

export function listMembersSchema({ workspaceRoles }: ParserContext) {
  return z
    .strictObject({ ...pageFields, workspaceId, actor, search: words, role: optional(workspaceRole(workspaceRoles)) })
    .transform(({ search, ...request }) => ({ ...request, words: search }));
}

interface ListMembers extends ListRequest {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly role: string | null;
}

export const listMembers: ListDefinition<ListMembers, PersonRow, WorkspaceMemberItem, Refusal> = {
  name: "listMembers",
  parser: (context) => parserOf(listMembersSchema(context)),
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
