import type { Result } from "neverthrow";
import { z } from "zod";
import type { CreateWorkspace } from "../../domain/decisions/create-workspace.ts";
import type { InvalidInput } from "../errors.ts";
import { actorFields, description, name, optional, userId, workspaceId } from "./fields.ts";
import { parseInput } from "./parse-input.ts";

const schema: z.ZodType<CreateWorkspace> = z
  .strictObject({
    ...actorFields,
    workspaceId: optional(workspaceId),
    name,
    description: description.default(""),
    admin: optional(userId),
    addEveryone: z.boolean({ error: "must be true or false" }).default(false),
  })
  .transform((command, ctx) => {
    const admin = command.admin ?? ("userId" in command.actor ? command.actor.userId : null);
    if (admin !== null) return { ...command, admin };
    ctx.addIssue({ code: "custom", path: ["admin"], message: "is needed: a system cannot become the admin itself" });
    return z.NEVER;
  });

export function createWorkspaceParser(): (input: unknown) => Result<CreateWorkspace, InvalidInput> {
  return (input) => parseInput(schema, input);
}
