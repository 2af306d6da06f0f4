import type { Result } from "neverthrow";
import { z } from "zod";
import type { OrganizationId, UserId, WorkspaceId } from "../../domain/shared/ids.ts";
import type { InvalidInput } from "../errors.ts";
import type { Door } from "./door.ts";
import { permission, userId, workspaceId } from "./fields.ts";
import { queryFields } from "./list-fields.ts";
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

const accessFields = { ...queryFields, workspaceId, userId };

export function accessParser(): (input: unknown) => Result<AskAccess, InvalidInput> {
  const schema: z.ZodType<AskAccess> = z.strictObject(accessFields);
  return (input) => parseInput(schema, input);
}

export function canParser({ workspaceRoles }: Door): (input: unknown) => Result<AskPermission, InvalidInput> {
  const schema: z.ZodType<AskPermission> = z.strictObject({ ...accessFields, permission: permission(workspaceRoles) });
  return (input) => parseInput(schema, input);
}
