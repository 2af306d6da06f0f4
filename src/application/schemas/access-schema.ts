import type { Result } from "neverthrow";
import { z } from "zod";
import type { OrganizationId, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import type { InvalidInput } from "../errors.ts";
import type { Door } from "./door.ts";
import { permission, userId, workspaceId } from "./fields.ts";
import { queryFields } from "./list-fields.ts";
import { boundedArray } from "./bounded-array.ts";
import { parseInput } from "./parse-input.ts";

export interface AskAccess {
  readonly organizationId: OrganizationId;
  readonly workspaceId: WorkspaceId;
  readonly userId: UserId;
  readonly atLeast: number | null;
}

export interface AskPermission extends AskAccess {
  readonly permission: string;
}

export interface AskAccessMany {
  readonly organizationId: OrganizationId;
  readonly workspaceIds: readonly WorkspaceId[];
  readonly userIds: readonly UserId[];
  readonly atLeast: number | null;
}

/** The most pairs of a workspace and a user that one question is about. */
const mostPairs = 10_000;

const askAccess: z.ZodType<AskAccess> = z.strictObject({ ...queryFields, workspaceId, userId });

const askAccessMany: z.ZodType<AskAccessMany> = z
  .strictObject({
    ...queryFields,
    workspaceIds: boundedArray(workspaceId, mostPairs),
    userIds: boundedArray(userId, mostPairs),
  })
  .superRefine(({ workspaceIds, userIds }, ctx) => {
    if (workspaceIds.length * userIds.length <= mostPairs) return;
    ctx.addIssue({ code: "custom", message: `must be about at most ${mostPairs} pairs of a workspace and a user` });
  });

export function parseAskAccess(input: unknown): Result<AskAccess, InvalidInput> {
  return parseInput(askAccess, input);
}

export function parseAskAccessMany(input: unknown): Result<AskAccessMany, InvalidInput> {
  return parseInput(askAccessMany, input);
}

export function askPermissionParser({ workspaceRoles }: Door): (input: unknown) => Result<AskPermission, InvalidInput> {
  const schema: z.ZodType<AskPermission> = z.strictObject({
    ...queryFields,
    workspaceId,
    userId,
    permission: permission(workspaceRoles),
  });
  return (input) => parseInput(schema, input);
}
