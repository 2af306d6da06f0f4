import type { Result } from "neverthrow";
import { z } from "zod";
import type { Actor } from "../../domain/values/actor.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import type { Door } from "./door.ts";
import { actor, optional, workspaceId, workspaceRole } from "./fields.ts";
import { type ListRequest, pageFields, words } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface ListMembers extends ListRequest {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly role: string | null;
}

export function listMembersParser({ workspaceRoles }: Door): (input: unknown) => Result<ListMembers, InvalidInput> {
  const schema: z.ZodType<ListMembers> = z
    .strictObject({ ...pageFields, workspaceId, actor, search: words, role: optional(workspaceRole(workspaceRoles)) })
    .transform(({ search, ...request }) => ({ ...request, words: search }));
  return (input) => parseInput(schema, input);
}
