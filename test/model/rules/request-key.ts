import type { Step } from "../../support/property/step.ts";

const emptyOptions: Readonly<Record<string, readonly string[]>> = {
  createOrganization: [],
  createWorkspace: ["workspaceId"],
  removeOrganizationMembers: ["successor"],
  restoreWorkspace: ["admin"],
};

/** What a command comes to, as text: two commands are the same one where this is equal, defaults spelled out or not. */
export function asked({ command, input }: Step): string {
  const meant: Record<string, unknown> = { ...input };
  for (const option of emptyOptions[command] ?? []) meant[option] ??= null;
  if ("userIds" in input || "members" in input) meant["mode"] ??= "atomic";
  if (command === "createOrganization") meant["owner"] = { email: null, ...defined(input.owner) };
  if (command === "addOrganizationMembers") {
    meant["members"] = input.members.map((member) => ({ email: null, ...defined(member) }));
  }
  if (command === "createWorkspace") {
    meant["description"] ??= "";
    meant["addEveryone"] ??= false;
    meant["admin"] ??= "userId" in input.actor ? input.actor.userId : null;
  }
  return JSON.stringify([command, inOrder(meant)]);
}

function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** The same with the fields of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, inOrder(part)]));
}
