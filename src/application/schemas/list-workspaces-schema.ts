import type { Result } from "neverthrow";
import { z } from "zod";
import type { Actor } from "../../domain/values/actor.ts";
import type { InvalidInput } from "../errors.ts";
import { actor } from "./fields.ts";
import { type ListRequest, pageFields, words } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface ListWorkspaces extends ListRequest {
  readonly actor: Actor;
  readonly includeArchived: boolean;
}

const includeArchived = z.boolean({ error: "must be true or false" }).default(false);

const schema: z.ZodType<ListWorkspaces> = z
  .strictObject({ ...pageFields, actor, search: words, includeArchived })
  .transform(({ search, ...request }) => ({ ...request, words: search }));

export function listWorkspacesParser(): (input: unknown) => Result<ListWorkspaces, InvalidInput> {
  return (input) => parseInput(schema, input);
}
