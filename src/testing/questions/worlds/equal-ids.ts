import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import type { Step, World } from "../world.ts";

const roles = ["admin", "member"] as const;
const wordSets = [[], ["red"], ["blue"], ["blue", "redder"]];
const workspaceRoles = [null, "editor", "viewer"];
const statuses = ["active", "archived"] as const;

const count = roles.length * wordSets.length * workspaceRoles.length;
const indexes = Array.from({ length: count }, (_, index) => index);

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value;
}

/**
 * Each combination of organization role, words and workspace role; of status, words and membership. `turn` moves them
 * along the ids, so that each id has other values in each organization.
 */
function everyCombination(turn: number, user: string, workspace: string): readonly Step[] {
  const members = indexes.map((index) => {
    const turned = (index + turn) % count;
    return aMember(`${user}${index}`, {
      displayName: `${user}${index} of ${turn}`,
      role: pick(roles, turned),
      words: pick(wordSets, Math.floor(turned / 2)),
      nameKey: `name ${(turned * 5) % 12}`,
    });
  });
  const workspaces = indexes.map((index) => {
    const turned = (index + turn) % count;
    return aWorkspace(`${workspace}${index}`, {
      description: `${workspace}${index} of ${turn}`,
      status: pick(statuses, turned),
      words: pick(wordSets, Math.floor(turned / 2)),
      nameKey: `name ${(turned * 5) % 12}`,
    });
  });
  const assignments = indexes.flatMap((index) => {
    const role = pick(workspaceRoles, Math.floor((index + turn) / 8));
    if (role === null) return [];
    const inFirst = anAssignment(`${workspace}0`, `${user}${index}`, { role });
    return index === 0 ? [inFirst] : [inFirst, anAssignment(`${workspace}${index}`, `${user}0`, { role })];
  });
  return [
    { operation: "invite", writes: members.map(insert.member) },
    { operation: "open", writes: workspaces.map(insert.workspace), command: "opening" },
    { operation: "join", writes: assignments.filter((_, index) => index % 2 === 0).map(insert.assignment) },
    { operation: "later", writes: assignments.filter((_, index) => index % 2 === 1).map(insert.assignment) },
  ];
}

export const equalIds: World = {
  threat: "other organizations have equal ids, names and keys, or quite different ones",
  most: 6,
  organizations: [
    { id: "acme", steps: everyCombination(0, "user-", "workspace-") },
    { id: "twin", steps: everyCombination(11, "user-", "workspace-") },
    { id: "stranger", steps: everyCombination(5, "guest-", "room-") },
  ],
};
