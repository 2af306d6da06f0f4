import type { ActorInput } from "../../../../src/index.ts";
import { isManaging, managesOrganization, may } from "../authority.ts";
import { type Law, nameOf, type Observation } from "../observation.ts";

/** Only those who may issue such a command at all learn that a key was used (rule A5, completed). */
export const usedKeys: Law = {
  name: "A5: those who may not issue the command do not learn that an idempotency key was used",
  brokenBy(observation) {
    const { answer, call } = observation;
    if (answer.isOk() || answer.error.code !== "idempotency_key_reused" || mayIssue(observation)) return null;
    return `${nameOf(call.input.actor)} learned of a key by ${call.command}`;
  },
};

function mayIssue({ call: { command, input }, before, settings }: Observation): boolean {
  const { actor, workspaceId } = input;
  // Creating an organization is not authorized by the library.
  if (actor === undefined || managesOrganization(actor, before)) return true;
  const mayInWorkspace = (permission: "settings:manage" | "members:manage", id: string | null | undefined) =>
    may(permission, actor, id ?? "", before, settings);
  switch (command) {
    case "addMembers":
    case "changeRoles":
    case "setMembers":
    case "removeMembers":
      return mayInWorkspace("members:manage", workspaceId);
    case "undoAddMembers":
      // The managers of an archived workspace may also learn what an operation there was.
      return [...before.workspaces.values()].some(({ roles }) => isManaging(roles.get(userIdOf(actor)), settings));
    case "updateWorkspace":
    case "archiveWorkspace":
      return mayInWorkspace("settings:manage", workspaceId);
    case "createWorkspace":
      return settings.policy.membersCreateWorkspaces;
    case "leaveWorkspace":
      return before.workspaces.get(workspaceId ?? "")?.status === "active";
    case "createOrganization":
    case "updateOrganization":
    case "addOrganizationMembers":
    case "changeOrganizationRoles":
    case "removeOrganizationMembers":
    case "updateProfiles":
    case "restoreWorkspace":
      return false;
  }
}

function userIdOf(actor: ActorInput): string {
  return "userId" in actor ? actor.userId : "";
}
