import type { Step } from "../../support/commands/step.ts";
import { refuse } from "./refusal.ts";
import type { Settings } from "./world.ts";

/** Refuses what is invalid without looking at any organization: rule M2 and invalid input. */
export function validate(step: Step, { roles, maxBatchSize }: Settings): void {
  if (step.command === "createOrganization") {
    const { organizationId, idempotencyKey = null } = step.input;
    if (idempotencyKey !== null && organizationId === undefined) invalid("organizationId");
    return;
  }
  if (step.command === "createWorkspace") {
    const { admin = null, actor } = step.input;
    if (admin === null && "system" in actor) invalid("admin");
    return;
  }

  const { input } = step;
  const userIds =
    "userIds" in input ? input.userIds : "members" in input ? input.members.map(({ userId }) => userId) : null;
  if (userIds === null) return;
  if (userIds.length === 0) refuse("empty_batch");
  if (userIds.length > maxBatchSize) refuse("too_many_members", { limit: maxBatchSize, count: userIds.length });
  if (assignsWorkspaceRoles(step)) {
    const unknown = step.input.members.flatMap(({ role }, index) =>
      Object.hasOwn(roles, role) ? [] : [`members[${index}].role`],
    );
    if (unknown.length > 0) invalid(...unknown);
  }
  if (
    "successor" in input &&
    typeof input.successor === "string" &&
    isNamed(input.successor) &&
    userIds.includes(input.successor)
  ) {
    invalid("successor");
  }
  const repeated = userIds.filter((userId, index) => userIds.indexOf(userId) !== index);
  if (repeated.length > 0) refuse("duplicate_user", { userIds: [...new Set(repeated)] });
}

/** Whether the successor is a user: one word names the first organization admin instead. */
function isNamed(successor: string): boolean {
  return successor !== "organization_admin";
}

type WorkspaceRoleStep = Extract<Step, { readonly command: "addMembers" | "changeRoles" | "setMembers" }>;

function assignsWorkspaceRoles(step: Step): step is WorkspaceRoleStep {
  return step.command === "addMembers" || step.command === "changeRoles" || step.command === "setMembers";
}

function invalid(...paths: readonly string[]): never {
  return refuse("invalid_input", { paths });
}
