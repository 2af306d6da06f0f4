import type { InvalidCursor, QueryFailure } from "../engine/errors.ts";
import { z } from "zod";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import { maySeeCandidates } from "../../domain/authority/read-authority.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { WorkspaceArchived } from "../../domain/workspace/workspace-archived.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { PersonRow } from "../ports/queries.ts";
import { actor, type ActorInput, workspaceId } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { type ListInput, type ListRequest, pageFields, type SearchInput, words } from "../schemas/query-fields.ts";
import type { ListDefinition } from "../engine/list-definition.ts";
import { readerNeed } from "../engine/needs.ts";

/** The input of `candidates`. */
export interface CandidatesInput extends ListInput, SearchInput {
  readonly workspaceId: string;
  readonly actor: ActorInput;
}

/** An organization member, as a dialog for adding members to a workspace shows them. */
export interface CandidateItem<Role extends string = string> {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string | null;
  readonly organizationRole: OrganizationRole;
  /** Their current role in the workspace; null if they can be added. */
  readonly currentRole: Role | null;
}

/** The errors of `candidates`. */
export type CandidatesError =
  OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden | QueryFailure | InvalidCursor;

type Refusal = OrganizationNotFound | WorkspaceNotFound | WorkspaceArchived | Forbidden;

export function candidatesSchema() {
  return z
    .strictObject({ ...pageFields, workspaceId, actor, search: words })
    .transform(({ search, ...request }) => ({ ...request, words: search }));
}

interface Candidates extends ListRequest {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
}

export const candidates: ListDefinition<Candidates, PersonRow, CandidateItem, Refusal> = {
  name: "candidates",
  parser: () => parserOf(candidatesSchema()),
  need: ({ actor, workspaceId }) => readerNeed(actor, workspaceId),
  read: (storage, query, { workspaceId }, options) => storage.read.candidates({ ...query, workspaceId }, options),
  judge: maySeeCandidates,
  idOf: ({ userId }) => userId,
  item: ({ userId, displayName, email, organizationRole, workspaceRole }) => ({
    userId,
    displayName,
    email,
    organizationRole,
    currentRole: workspaceRole,
  }),
};
