import { hasAdmin } from "../authority.ts";
import { type Law, type Observation, type RoleChange, roleChanges } from "../observation.ts";

/** A command changes the roles that it names, to what it names, and no others (rules M4, M6, M8, O4). */
export const onlyWhatWasAsked: Law = {
  name: "M4, M6, M8: a command changes only the roles that it is about",
  brokenBy(observation) {
    const odd = roleChanges(observation).find((change) => !isAsked(change, observation));
    if (odd === undefined) return null;
    return `${observation.call.command} took ${odd.userId} in ${odd.workspaceId} from ${odd.from ?? "none"} to ${odd.to ?? "none"}`;
  },
};

function isAsked({ workspaceId, userId, from, to }: RoleChange, observation: Observation): boolean {
  const { call, settings, before, after, givenBy } = observation;
  const { command, input } = call;
  const isThere = workspaceId === input.workspaceId;
  const requested = input.members?.find((member) => member.userId === userId)?.role;
  const isNamed = input.userIds?.includes(userId) === true;
  const [strongest] = Object.keys(settings.workspaceRoles);
  switch (command) {
    case "addMembers":
      return isThere && from === null && to === requested;
    case "changeRoles":
      return isThere && from !== null && to === requested;
    case "setMembers":
      return isThere && to === requested;
    case "removeMembers":
      return isThere && to === null && isNamed;
    case "leaveWorkspace":
      return isThere && to === null;
    case "undoAddMembers":
      return to === null && givenBy(workspaceId, userId) === input.operationId;
    case "createWorkspace":
      return isThere && from === null;
    case "restoreWorkspace":
      return (
        isThere && userId === input.admin && to === strongest && !hasAdmin(before.workspaces.get(workspaceId), settings)
      );
    case "removeOrganizationMembers":
      if (to === null) return isNamed && !after.members.has(userId);
      return userId === input.successor && to === strongest;
    case "addOrganizationMembers":
    case "archiveWorkspace":
    case "changeOrganizationRoles":
    case "createOrganization":
    case "updateProfiles":
    case "updateWorkspace":
      return false;
  }
}
