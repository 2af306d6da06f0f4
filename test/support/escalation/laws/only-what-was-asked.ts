import { hasAdmin } from "../authority.ts";
import { type Law, type Observation, type RoleChange, roleChanges } from "../observation.ts";

export const onlyWhatWasAsked: Law = {
  name: "M4, M6, M8, O4: a command changes only the roles that it names, to what it requests",
  brokenBy(observation) {
    const odd = roleChanges(observation).find((change) => !isRequested(change, observation));
    if (odd === undefined) return null;
    return `${observation.call.command} changed the role of ${odd.userId} in ${odd.workspaceId} from ${odd.from ?? "none"} to ${odd.to ?? "none"}`;
  },
};

/** Whether the command names the first organization admin who stays, and this is that admin. */
function isFirstAdmin(userId: string, { call: { input }, before }: Observation): boolean {
  const staying = [...before.members].filter(
    ([id, { role }]) => role === "admin" && input.userIds?.includes(id) !== true,
  );
  const first = staying
    .map(([id]) => id)
    .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)))[0];
  return input.successor === "organization_admin" && userId === first;
}

function isRequested({ workspaceId, userId, from, to }: RoleChange, observation: Observation): boolean {
  const { call, settings, before, after, givenBy } = observation;
  const { command, input } = call;
  const isInWorkspace = workspaceId === input.workspaceId;
  const requested = input.members?.find((member) => member.userId === userId)?.role;
  const isNamed = input.userIds?.includes(userId) === true;
  const [strongest] = Object.keys(settings.workspaceRoles);
  switch (command) {
    case "addMembers":
      return isInWorkspace && from === null && to === requested;
    case "changeRoles":
      return isInWorkspace && from !== null && to === requested;
    case "setMembers":
      return isInWorkspace && to === requested;
    case "removeMembers":
      return isInWorkspace && to === null && isNamed;
    case "leaveWorkspace":
      return isInWorkspace && to === null;
    case "undoAddMembers":
      return to === null && givenBy(workspaceId, userId) === input.operationId;
    case "createWorkspace":
      return isInWorkspace && from === null;
    case "restoreWorkspace":
      return (
        isInWorkspace &&
        userId === input.admin &&
        to === strongest &&
        !hasAdmin(before.workspaces.get(workspaceId), settings)
      );
    case "removeOrganizationMembers":
      if (to === null) return isNamed && !after.members.has(userId);
      return (userId === input.successor || isFirstAdmin(userId, observation)) && to === strongest;
    case "addOrganizationMembers":
    case "archiveWorkspace":
    case "changeOrganizationRoles":
    case "createOrganization":
    case "updateOrganization":
    case "updateProfiles":
    case "updateWorkspace":
      return false;
  }
}
