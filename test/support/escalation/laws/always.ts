import { hasAdmin } from "../authority.ts";
import { type Law, roleChanges } from "../observation.ts";

/** Only organization members hold roles, in archived workspaces too (rules M1, O4). */
export const membersOnly: Law = {
  name: "M1, O4: only organization members hold roles",
  brokenBy({ after }) {
    for (const [workspaceId, { roles }] of after.workspaces) {
      const ghost = [...roles.keys()].find((userId) => !after.members.has(userId));
      if (ghost !== undefined) return `${ghost} holds a role in ${workspaceId} and is not an organization member`;
    }
    return null;
  },
};

/** The members of an archived workspace change only if users leave the organization or the workspace is restored (rule W3). */
export const archivedStays: Law = {
  name: "W3: an archived workspace does not change its members",
  brokenBy(observation) {
    const { before, after } = observation;
    const odd = roleChanges(observation).find(({ workspaceId, userId, to }) => {
      const isArchived = [before, after].every(({ workspaces }) => workspaces.get(workspaceId)?.status === "archived");
      return isArchived && !(to === null && !after.members.has(userId));
    });
    return odd === undefined ? null : `the role of ${odd.userId} in ${odd.workspaceId} changed, which is archived`;
  },
};

export const organizationAdminRemains: Law = {
  name: "O2: nobody but a system that says so leaves an organization without an admin",
  brokenBy({ call: { input }, before, after }) {
    const [hadAdmin, hasOne] = [before, after].map(({ members }) =>
      [...members.values()].some(({ role }) => role === "admin"),
    );
    const isAllowed = input.lastAdmin === "allow" && input.actor !== undefined && "system" in input.actor;
    const isLost = after.exists && hasOne === false && (hadAdmin === true || !before.exists);
    return isLost && !isAllowed ? "the organization has no admin" : null;
  },
};

export const workspaceAdminRemains: Law = {
  name: "M9: an active workspace always has an admin",
  brokenBy({ after, settings }) {
    const left = [...after.workspaces].find(
      ([, workspace]) => workspace.status === "active" && !hasAdmin(workspace, settings),
    );
    return left === undefined ? null : `the active workspace ${left[0]} has no admin`;
  },
};
