import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import { mayReadOrganization } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { UserId } from "../../domain/values/ids.ts";
import type { PersonRow } from "../ports/queries.ts";
import {
  type ListOrganizationMembers,
  listOrganizationMembersParser,
} from "../schemas/list-organization-members-schema.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/reader-need.ts";

/** A member of the organization. */
export interface OrganizationMemberItem {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: OrganizationRole;
}

/** The refusals of `listOrganizationMembers`. */
export type ListOrganizationMembersRefusal = OrganizationNotFound | Forbidden;

export const listOrganizationMembers: ListDefinition<
  ListOrganizationMembers,
  PersonRow,
  OrganizationMemberItem,
  ListOrganizationMembersRefusal
> = {
  name: "listOrganizationMembers",
  parser: listOrganizationMembersParser,
  need: ({ actor }) => readerNeed(actor, null),
  read: (storage, query, { role }, options) => storage.read.organizationMembers({ ...query, role }, options),
  judge: (facts, { actor }) => mayReadOrganization(facts, actor),
  idOf: ({ userId }) => userId,
  item: ({ userId, displayName, email, organizationRole }) => ({ userId, displayName, email, role: organizationRole }),
};
