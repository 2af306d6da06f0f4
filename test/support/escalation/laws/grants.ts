import { administersAll, couldGrant } from "../authority.ts";
import { type Law, nameOf, type Observation, type RoleChange, roleChanges } from "../observation.ts";

/** Rules A3 and O4. Leaving a workspace and removals from the organization are exempt. */
export const grants: Law = {
  name: "A3: nobody assigns, changes or removes a role with a permission that they could not grant",
  brokenBy(observation) {
    const { call, before, settings } = observation;
    const { actor } = call.input;
    for (const change of roleChanges(observation)) {
      if (isLeaving(change, observation) || isDeparture(change, observation) || isNew(change, observation)) continue;
      if (actor === undefined) return `${describe(change)}, by nobody`;
      if (isRestored(change, observation)) {
        if (!administersAll(actor, before, settings)) return `${describe(change)}, by ${nameOf(actor)}`;
        continue;
      }
      for (const role of [change.from, change.to]) {
        if (role === null || couldGrant(role, actor, change.workspaceId, before, settings)) continue;
        return `${describe(change)}, by ${nameOf(actor)}, who could not grant the role ${role} there`;
      }
    }
    return null;
  },
};

function isLeaving({ userId, to }: RoleChange, { call: { command, input } }: Observation): boolean {
  const isOwn = input.actor !== undefined && "userId" in input.actor && input.actor.userId === userId;
  return command === "leaveWorkspace" && isOwn && to === null;
}

/** A removed organization member loses every role. Another law covers who may remove members. */
function isDeparture({ userId, to }: RoleChange, { call, after }: Observation): boolean {
  return call.command === "removeOrganizationMembers" && to === null && !after.members.has(userId);
}

/** Another law covers the first members of a new workspace. */
function isNew({ workspaceId }: RoleChange, { before }: Observation): boolean {
  return !before.workspaces.has(workspaceId);
}

function isRestored({ workspaceId }: RoleChange, { before, after }: Observation): boolean {
  const status = [before, after].map(({ workspaces }) => workspaces.get(workspaceId)?.status);
  return status[0] === "archived" && status[1] === "active";
}

function describe({ workspaceId, userId, from, to }: RoleChange): string {
  return `the role of ${userId} in ${workspaceId} went from ${from ?? "none"} to ${to ?? "none"}`;
}
