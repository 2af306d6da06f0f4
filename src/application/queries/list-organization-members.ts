import type { InvalidCursor, QueryFailure } from "../engine/errors.ts";
import { z } from "zod";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import { mayReadOrganization } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { OrganizationMember } from "../../domain/organization/organization-member.ts";
import type { PersonRow } from "../ports/queries.ts";
import { actor, type ActorInput, optional, organizationRole } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { type ListInput, type ListRequest, pageFields, type SearchInput, words } from "../schemas/query-fields.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/needs.ts";

/** The input of `listOrganizationMembers`. */
export interface ListOrganizationMembersInput extends ListInput, SearchInput {
  readonly actor: ActorInput;
  /** Only members with this role. */
  readonly role?: OrganizationRole | null | undefined;
}

/** The errors of `listOrganizationMembers`. */
export type ListOrganizationMembersError = OrganizationNotFound | Forbidden | QueryFailure | InvalidCursor;

type Refusal = OrganizationNotFound | Forbidden;

export function listOrganizationMembersSchema() {
  return z
    .strictObject({ ...pageFields, actor, search: words, role: optional(organizationRole) })
    .transform(({ search, ...request }) => ({ ...request, words: search }));
}

interface ListOrganizationMembers extends ListRequest {
  readonly actor: Actor;
  readonly role: OrganizationRole | null;
}

export const listOrganizationMembers: ListDefinition<ListOrganizationMembers, PersonRow, OrganizationMember, Refusal> =
  {
    name: "listOrganizationMembers",
    parser: () => parserOf(listOrganizationMembersSchema()),
    need: ({ actor }) => readerNeed(actor, null),
    read: (storage, query, { role }, options) => storage.read.organizationMembers({ ...query, role }, options),
    judge: (facts, { actor }) => mayReadOrganization(facts, actor),
    idOf: ({ userId }) => userId,
    item: ({ userId, displayName, email, organizationRole }) => ({
      userId,
      displayName,
      email,
      role: organizationRole,
    }),
  };
