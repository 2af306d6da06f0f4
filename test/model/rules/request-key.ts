import type { Step } from "../../support/commands/step.ts";

const nullByDefault: Readonly<Record<string, readonly string[]>> = {
  createOrganization: [],
  createWorkspace: ["workspaceId"],
  removeOrganizationMembers: ["successor"],
  restoreWorkspace: ["admin"],
};

/** A command as text with all defaults filled in: two commands are the same if their texts are equal. */
export function requestKey({ command, input }: Step): string {
  const complete: Record<string, unknown> = { ...input };
  for (const option of nullByDefault[command] ?? []) complete[option] ??= null;
  if ("userIds" in input || "members" in input) complete["mode"] ??= "atomic";
  if (command === "changeOrganizationRoles" || command === "removeOrganizationMembers") {
    complete["lastAdmin"] ??= "refuse";
  }
  if (command === "removeOrganizationMembers") complete["orphans"] ??= "refuse";
  if (command === "createOrganization") complete["owner"] = { email: null, ...defined(input.owner) };
  if (command === "addOrganizationMembers") {
    complete["members"] = input.members.map((member) => ({ email: null, ...defined(member) }));
  }
  if (command === "createWorkspace") {
    complete["description"] ??= "";
    complete["addEveryone"] ??= false;
    complete["admin"] ??= "userId" in input.actor ? input.actor.userId : null;
  }
  return JSON.stringify([command, inOrder(complete)]);
}

function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** Sorts the fields of every object. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}
