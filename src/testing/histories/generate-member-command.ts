import type { ActorInput } from "../../application/schemas/fields.ts";
import type { Operation } from "../reference/operation.ts";
import type { Random } from "./random.ts";
import { additionToLab } from "./stage.ts";

const anybody = ["ada", "bo", "cy", "dee", "eve"] as const;
const insiders = ["bo", "cy", "dee"] as const;
const managers = ["ada", "bo", "cy"] as const;
const roles = ["admin", "member"] as const;

/** A command about the members of one workspace. */
export function memberCommand(random: Random, organizationId: string): Operation {
  const { pick, some } = random;
  const inWorkspace = {
    organizationId,
    workspaceId: pick(["lab", "lab", "lab", "ops"]),
    actor: pick<ActorInput>([{ system: "scim" }, ...managers.map((userId) => ({ userId }))]),
    idempotencyKey: pick([null, null, null, null, "key"]),
  };
  const mode = pick(["atomic", "partial"] as const);
  const withRoles = (userIds: readonly [string, ...string[]]) =>
    some(userIds, 3).map((userId) => ({ userId, role: pick(roles) }));

  const draws: readonly [() => Operation, ...(() => Operation)[]] = [
    () => ({ name: "addMembers", input: { ...inWorkspace, mode, members: withRoles(anybody) } }),
    () => ({ name: "addMembers", input: { ...inWorkspace, mode, members: withRoles(anybody) } }),
    () => ({ name: "removeMembers", input: { ...inWorkspace, mode, userIds: some(insiders, 3) } }),
    () => ({ name: "removeMembers", input: { ...inWorkspace, mode, userIds: some(insiders, 3) } }),
    () => ({ name: "changeRoles", input: { ...inWorkspace, mode, members: withRoles(insiders) } }),
    () => ({ name: "setMembers", input: { ...inWorkspace, members: withRoles(anybody) } }),
    () => ({
      name: "leaveWorkspace",
      input: { organizationId, workspaceId: "lab", actor: { userId: pick(insiders) } },
    }),
    () => ({
      name: "leaveWorkspace",
      input: { organizationId, workspaceId: "lab", actor: { userId: pick(insiders) } },
    }),
    () => ({
      name: "undoAddMembers",
      input: { organizationId, actor: inWorkspace.actor, operationId: additionToLab },
    }),
    () => sentAgain(organizationId),
    () => sentAgain(organizationId),
  ];
  return pick(draws)();
}

/** The same command, with the same key, from any client: it must be executed once. */
function sentAgain(organizationId: string): Operation {
  return {
    name: "addMembers",
    input: {
      organizationId,
      actor: { system: "scim" },
      workspaceId: "lab",
      idempotencyKey: "sent-again",
      mode: "partial",
      members: [
        { userId: "ada", role: "member" },
        { userId: "eve", role: "admin" },
      ],
    },
  };
}
