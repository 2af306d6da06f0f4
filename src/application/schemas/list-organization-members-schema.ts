import type { Result } from "neverthrow";
import { z } from "zod";
import type { OrganizationRole } from "../../domain/organization/organization-role.ts";
import type { Actor } from "../../domain/values/actor.ts";
import type { InvalidInput } from "../errors.ts";
import { actor, optional, organizationRole } from "./fields.ts";
import { type ListRequest, pageFields, words } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface ListOrganizationMembers extends ListRequest {
  readonly actor: Actor;
  readonly role: OrganizationRole | null;
}

const schema: z.ZodType<ListOrganizationMembers> = z
  .strictObject({ ...pageFields, actor, search: words, role: optional(organizationRole) })
  .transform(({ search, ...request }) => ({ ...request, words: search }));

export function listOrganizationMembersParser(): (input: unknown) => Result<ListOrganizationMembers, InvalidInput> {
  return (input) => parseInput(schema, input);
}
