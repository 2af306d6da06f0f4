import type { Result } from "neverthrow";
import { z } from "zod";
import type { Actor } from "../../domain/values/actor.ts";
import type { WorkspaceId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import { actor, workspaceId } from "./fields.ts";
import { type ListRequest, pageFields, words } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface Candidates extends ListRequest {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
}

const schema: z.ZodType<Candidates> = z
  .strictObject({ ...pageFields, workspaceId, actor, search: words })
  .transform(({ search, ...request }) => ({ ...request, words: search }));

export function candidatesParser(): (input: unknown) => Result<Candidates, InvalidInput> {
  return (input) => parseInput(schema, input);
}
