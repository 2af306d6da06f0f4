import type { Result } from "neverthrow";
import { z } from "zod";
import type { Actor } from "../../domain/values/actor.ts";
import type { OperationId, OrganizationId, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import { actor, operationId, optional, userId, workspaceId } from "./fields.ts";
import { eventsAfter, pageFields } from "./list-fields.ts";
import { parseInput } from "./parse-input.ts";

export interface ReadEvents {
  readonly organizationId: OrganizationId;
  readonly actor: Actor;
  readonly workspaceId: WorkspaceId | null;
  readonly userId: UserId | null;
  readonly operationId: OperationId | null;
  readonly limit: number;
  readonly after: string | number | null;
  readonly atLeast: number | null;
}

const schema: z.ZodType<ReadEvents> = z.strictObject({
  ...pageFields,
  after: eventsAfter,
  actor,
  workspaceId: optional(workspaceId),
  userId: optional(userId),
  operationId: optional(operationId),
});

export function eventsParser(): (input: unknown) => Result<ReadEvents, InvalidInput> {
  return (input) => parseInput(schema, input);
}
