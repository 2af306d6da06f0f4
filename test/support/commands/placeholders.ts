/** One organization as it is when a placeholder is resolved. */
export interface Surroundings {
  readonly members: ReadonlyMap<string, { readonly role: string }>;
  readonly workspaces: ReadonlyMap<string, WorkspaceState>;
  /** The host's role catalogue. */
  readonly workspaceRoles: Readonly<Record<string, readonly string[]>>;
  /** The operations so far, the latest first. */
  readonly operations: readonly string[];
  /** Those of them that only added members to a workspace. */
  readonly additions: readonly string[];
  /** The users who sent commands with an idempotency key, the latest first. */
  readonly senders: readonly string[];
  /** Used if there is nobody and nothing of the kind. */
  readonly fallback: { readonly userIds: readonly string[]; readonly workspaceIds: readonly string[] };
}

export interface WorkspaceState {
  readonly status: "active" | "archived";
  /** By user id. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Placeholders are read in this order, because the others depend on these two. */
interface Input {
  readonly workspaceId?: string | null | undefined;
  readonly actor?: object | undefined;
}

/**
 * The input with each placeholder replaced: a text such as `holder#1`, the second user who holds a role in the workspace
 * of the command. Any other text stays. A history is drawn before it is played and cannot know who holds a role by then.
 *
 * If two placeholders in a list become the same user, the first item stays. A repeat that was drawn on purpose stays too.
 */
export function withoutPlaceholders<Drawn extends object>(input: Drawn, surroundings: Surroundings): Drawn {
  const { workspaceId: drawnId, actor: drawnActor }: Input = input;
  const workspaceId = resolverFor({ workspaceId: "", userId: undefined }, surroundings)(drawnId ?? "");
  const actor = replaced(drawnActor, resolverFor({ workspaceId, userId: undefined }, surroundings));
  const { userId } = (actor ?? {}) as { readonly userId?: string };
  return replaced(
    drawnActor === undefined ? input : { ...input, actor },
    resolverFor({ workspaceId, userId }, surroundings),
  ) as Drawn;
}

interface Command {
  readonly workspaceId: string;
  /** Of the actor, unless it is a system. */
  readonly userId: string | undefined;
}

function resolverFor(command: Command, surroundings: Surroundings): (text: string) => string {
  return (text) => {
    const [, kind, number = "0"] = /^(\w+)#(\d)$/.exec(text) ?? [];
    if (kind === undefined) return text;
    const found = choicesOf(kind, command, surroundings);
    const choices = found.length > 0 ? found : fallbackOf(kind, surroundings);
    return choices[Number(number) % choices.length] ?? text;
  };
}

function fallbackOf(kind: string, { fallback }: Surroundings): readonly string[] {
  if (kind === "operation" || kind === "addition") return ["no-operation"];
  return kind === "workspace" || kind === "archived" ? fallback.workspaceIds : fallback.userIds;
}

function choicesOf(kind: string, { workspaceId, userId }: Command, surroundings: Surroundings): readonly string[] {
  const { members, workspaces, workspaceRoles, operations, additions, senders } = surroundings;
  const managersOf = (workspace: WorkspaceState | undefined): readonly string[] =>
    keysWhere(workspace?.roles, (role) => workspaceRoles[role]?.includes("members:manage") === true);
  switch (kind) {
    case "workspace":
      return [...workspaces.keys()];
    case "archived":
      return archivedIn(surroundings, managersOf).map(([id]) => id);
    case "role":
      return Object.keys(workspaceRoles);
    case "member":
      return [...members.keys()];
    case "admin":
      return keysWhere(members, ({ role }) => role === "admin");
    case "holder":
      return [...(workspaces.get(workspaceId)?.roles.keys() ?? [])];
    case "manager":
      return managersOf(workspaces.get(workspaceId));
    case "archivedManager":
      return archivedIn(surroundings, managersOf).flatMap(([, workspace]) => managersOf(workspace));
    case "sender":
      return senders;
    case "self":
      return userId === undefined ? [] : [userId];
    case "operation":
      return operations;
    case "addition":
      return additions;
    default:
      throw new Error(`There is no placeholder ${kind}.`);
  }
}

/** Archived workspaces, those with the fewest managers first: they are closest to having none. */
function archivedIn(
  { workspaces }: Surroundings,
  managersOf: (workspace: WorkspaceState) => readonly string[],
): readonly (readonly [string, WorkspaceState])[] {
  return [...workspaces]
    .filter(([, { status }]) => status === "archived")
    .sort(([, one], [, other]) => managersOf(one).length - managersOf(other).length);
}

function keysWhere<Value>(
  map: ReadonlyMap<string, Value> | undefined,
  isWanted: (value: Value) => boolean,
): readonly string[] {
  return [...(map ?? [])].filter(([, value]) => isWanted(value)).map(([key]) => key);
}

function replaced(value: unknown, resolve: (text: string) => string): unknown {
  if (typeof value === "string") return resolve(value);
  if (Array.isArray(value)) return withoutNewRepeats(value, resolve);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, replaced(part, resolve)]));
}

function withoutNewRepeats(items: readonly unknown[], resolve: (text: string) => string): readonly unknown[] {
  const drawnAs = new Map<string, string>();
  return items.flatMap((item) => {
    const result = replaced(item, resolve);
    const [drawn, user] = [userOf(item), userOf(result)];
    const earlier = drawnAs.get(user) ?? drawn;
    drawnAs.set(user, earlier);
    return earlier === drawn ? [result] : [];
  });
}

function userOf(item: unknown): string {
  return typeof item === "string" ? item : String((item as { readonly userId?: unknown }).userId);
}
