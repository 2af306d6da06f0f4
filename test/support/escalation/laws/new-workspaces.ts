import { isStranger, managesOrganization } from "../authority.ts";
import { type Law, nameOf, type Observation } from "../observation.ts";

/** Who may create a workspace, and who its first members are (rule W1). */
export const newWorkspaces: Law = {
  name: "W1: only those who may create a workspace do, and it begins with its admin and, if requested, everyone",
  brokenBy(observation) {
    const { before, after } = observation;
    for (const [workspaceId, { roles }] of after.workspaces) {
      if (before.workspaces.has(workspaceId)) continue;
      const problem = problemWith(observation, workspaceId, roles);
      if (problem !== null) return problem;
    }
    const gone = [...before.workspaces.keys()].find((workspaceId) => !after.workspaces.has(workspaceId));
    return gone === undefined ? null : `the workspace ${gone} is gone`;
  },
};

function problemWith(
  { call: { command, input }, before, after, settings }: Observation,
  workspaceId: string,
  roles: ReadonlyMap<string, string>,
): string | null {
  const { actor, addEveryone = false } = input;
  if (command !== "createWorkspace" || actor === undefined) return `${command} created the workspace ${workspaceId}`;
  const isAllowed =
    managesOrganization(actor, before) || (settings.policy.membersCreateWorkspaces && !isStranger(actor, before));
  if (!isAllowed) return `${nameOf(actor)} created the workspace ${workspaceId}`;

  const names = Object.keys(settings.workspaceRoles);
  for (const userId of new Set([...after.members.keys(), ...roles.keys()])) {
    const expected = userId === input.admin ? names[0] : addEveryone ? names.at(-1) : undefined;
    if (roles.get(userId) === expected) continue;
    return `${userId} starts in ${workspaceId} with ${roles.get(userId) ?? "no role"} instead of ${expected ?? "no role"}`;
  }
  return null;
}
