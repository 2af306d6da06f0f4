import type { InvalidCursor, QueryFailure } from "../engine/errors.ts";
import { z } from "zod";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { err, ok } from "neverthrow";
import { organizationNotFound, type OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { MembershipRow } from "../ports/queries.ts";
import { userId } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { type ListInput, type ListRequest, pageFields } from "../schemas/query-fields.ts";
import type { ListDefinition } from "../engine/list-definition.ts";

/** The input of `workspacesOf`. */
export interface WorkspacesOfInput extends ListInput {
  readonly userId: string;
}

/** A workspace of a user, with the user's role. */
export interface MembershipItem<Role extends string = string> {
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly description: string;
  readonly role: Role;
}

/** The errors of `workspacesOf`. */
export type WorkspacesOfError = OrganizationNotFound | QueryFailure | InvalidCursor;

type Refusal = OrganizationNotFound;

export function workspacesOfSchema() {
  return z.strictObject({ ...pageFields, userId }).transform((request) => ({ ...request, words: [] }));
}

interface WorkspacesOf extends ListRequest {
  readonly userId: UserId;
}

/** Lists only active workspaces in which the user holds a role (rule X2). */
export const workspacesOf: ListDefinition<WorkspacesOf, MembershipRow, MembershipItem, Refusal> = {
  name: "workspacesOf",
  parser: () => parserOf(workspacesOfSchema()),
  need: () => ({}),
  read: (storage, query, { userId }, options) => storage.read.workspacesOf({ ...query, userId }, options),
  judge: ({ organization }) => (organization === null ? err(organizationNotFound()) : ok(null)),
  idOf: ({ workspaceId }) => workspaceId,
  item: ({ workspaceId, name, description, role }) => ({ workspaceId, name, description, role }),
};
