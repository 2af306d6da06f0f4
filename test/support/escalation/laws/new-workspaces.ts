import { isStranger, managesOrganization } from "../authority.ts";
import { type Law, nameOf, type Observation } from "../observation.ts";

/** Who makes a workspace, and who is in it from the start (rule W1). */
export const newWorkspaces: Law = {
  name: "W1: a new workspace is made by those who may, with its admin and, where asked, everyone",
  brokenBy(observation) {
    const { before, after } = observation;
    for (const [workspaceId, { roles }] of after.workspaces) {
      if (before.workspaces.has(workspaceId)) continue;
      const problem = madeWrongly(observation, workspaceId, roles);
      if (problem !== null) return problem;
    }
    const gone = [...before.workspaces.keys()].find((workspaceId) => !after.workspaces.has(workspaceId));
    return gone === undefined ? null : `the workspace ${gone} is gone`;
  },
};

function madeWrongly(
  { call: { command, input }, before, after, settings }: Observation,
  workspaceId: string,
  roles: ReadonlyMap<string, string>,
): string | null {
  const { actor, addEveryone = false } = input;
  if (command !== "createWorkspace" || actor === undefined) return `${command} made the workspace ${workspaceId}`;
  const isAllowed =
    managesOrganization(actor, before) || (settings.policy.membersCreateWorkspaces && !isStranger(actor, before));
  if (!isAllowed) return `${nameOf(actor)} made the workspace ${workspaceId}`;

  const names = Object.keys(settings.workspaceRoles);
  for (const userId of new Set([...after.members.keys(), ...roles.keys()])) {
    const due = userId === input.admin ? names[0] : addEveryone ? names.at(-1) : undefined;
    if (roles.get(userId) === due) continue;
    return `${userId} begins in ${workspaceId} with ${roles.get(userId) ?? "no role"} in place of ${due ?? "none"}`;
  }
  return null;
}
