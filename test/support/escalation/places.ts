import type { CallInput } from "./call.ts";
import type { Past } from "./hunt.ts";
import type { Settings } from "./settings.ts";
import type { WorkspaceOf } from "./snapshot.ts";
import { userIds, workspaceIds } from "./values.ts";

/**
 * What a text like `manager#1` stands for in a command now: the second user who manages members of its workspace. Any other
 * text stands for itself. Commands that are about the same few are more likely to meet a rule.
 */
export function placesIn(input: CallInput, past: Past, settings: Settings): (text: string) => string {
  return (text) => {
    const [, kind = "", number = "0"] = /^(\w+)#(\d)$/.exec(text) ?? [];
    if (kind === "") return text;
    const found = choicesOf(kind, input, past, settings);
    const choices = found.length > 0 ? found : (others[kind] ?? userIds);
    return choices[Number(number) % choices.length] ?? text;
  };
}

const others: Readonly<Record<string, readonly string[]>> = { operation: ["none"], archived: workspaceIds };

function choicesOf(
  kind: string,
  input: CallInput,
  { keyed, operations, snapshots }: Past,
  { workspaceRoles }: Settings,
): readonly string[] {
  const organization = snapshots.get(input.organizationId);
  const workspaces = organization?.workspaces ?? new Map<string, WorkspaceOf>();
  const roles = [...(workspaces.get(input.workspaceId ?? "")?.roles ?? [])];
  const isManaging = ([, role]: Held) => workspaceRoles[role]?.includes("members:manage") === true;
  const managersIn = ({ roles: held }: WorkspaceOf) => idsOf([...held].filter(isManaging));
  // First those that are nearest to having no admin.
  const archived = [...workspaces]
    .filter(([, { status }]) => status === "archived")
    .sort(([, one], [, other]) => managersIn(one).length - managersIn(other).length);
  switch (kind) {
    case "role":
      return Object.keys(workspaceRoles);
    case "operation":
      return operations;
    case "archived":
      return archived.map(([workspaceId]) => workspaceId);
    case "keeper":
      return archived.flatMap(([, workspace]) => managersIn(workspace));
    case "manager":
      return idsOf(roles.filter(isManaging));
    case "holder":
      return idsOf(roles);
    case "chief":
      return idsOf(
        [...(organization?.members ?? [])].map(([userId, { role }]): Held => [userId, role]).filter(isChief),
      );
    case "sender":
      return keyed.flatMap(({ input: { actor } }) => (actor && "userId" in actor ? [actor.userId] : []));
    case "self":
      return input.actor && "userId" in input.actor ? [input.actor.userId] : [];
    default:
      throw new Error(`Nothing is called ${kind}.`);
  }
}

/** A user and the role that they hold. */
type Held = readonly [string, string];

function idsOf(held: readonly Held[]): readonly string[] {
  return held.map(([userId]) => userId);
}

function isChief([, role]: Held): boolean {
  return role === "admin";
}
