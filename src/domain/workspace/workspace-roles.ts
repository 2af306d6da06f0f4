import { requireOption } from "../values/checked-option.ts";
import { quote } from "../values/quote.ts";

/** A permission that the library itself asks for. A host's catalogue may name others of its own beside them. */
export type BuiltInPermission = (typeof builtInPermissions)[number];

/** The permissions that the library itself asks for. */
export const builtInPermissions = ["settings:manage", "members:manage", "resources:manage", "resources:use"] as const;

/**
 * The role catalogue: each workspace role and what it permits, as plain data (rule A6).
 *
 * Order matters, strongest first: who creates a workspace gets the first role, `addEveryone` gives the last one.
 */
export type WorkspaceRoles<Role extends string = string, Permission extends string = string> = Readonly<
  Record<Role, readonly Permission[]>
>;

/** The role catalogue of a roster that is given none: `admin` and `member`. */
export const defaultWorkspaceRoles = {
  admin: builtInPermissions,
  member: ["resources:use"],
} as const satisfies WorkspaceRoles<"admin" | "member", BuiltInPermission>;

const roleName = /^[a-z][a-z0-9_-]{0,62}$/;

/**
 * A host's own role catalogue, with the role and permission names in its type.
 *
 * Throws a TypeError when it cannot serve: a role name that is not 1–63 of `a-z 0-9 _ -` beginning with a letter, or a
 * first role without `members:manage` (nobody could ever add a member to a new workspace).
 */
export function defineWorkspaceRoles<const Role extends string, const Permission extends string>(
  roles: WorkspaceRoles<Role, Permission>,
): WorkspaceRoles<Role, Permission> {
  requireOption(isRecord(roles), "workspaceRoles", "an object of roles, each with an array of permissions", roles);
  for (const [name, held] of Object.entries<unknown>(roles)) {
    requireOption(isPermissions(held), `workspaceRoles[${quote(name)}]`, "an array of permission names", held);
  }
  const misnamed = Object.keys(roles).find((name) => !roleName.test(name));
  if (misnamed !== undefined)
    throw new TypeError(`A workspace role is named 1–63 of a-z 0-9 _ -, not ${quote(misnamed)}.`);
  if (!isAdminRole(roles, creatorRole(roles))) {
    throw new TypeError('The first workspace role is the creator\'s and must hold "members:manage".');
  }
  return Object.freeze(
    Object.fromEntries(
      Object.entries<readonly Permission[]>(roles).map(([name, held]) => [name, Object.freeze([...held])]),
    ),
  ) as WorkspaceRoles<Role, Permission>;
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPermissions(value: unknown): boolean {
  return Array.isArray(value) && Array.from<unknown>(value).every((name) => typeof name === "string");
}

/** What a role permits; nothing for a role that the catalogue does not know. */
export function permissionsOf(roles: WorkspaceRoles, role: string): readonly string[] {
  const held = Object.hasOwn(roles, role) ? roles[role] : undefined;
  return held ?? [];
}

/** Whether holders of the role count as admins: "admin" means whoever may manage members (rule A6). */
export function isAdminRole(roles: WorkspaceRoles, role: string): boolean {
  return permissionsOf(roles, role).includes("members:manage");
}

/** The role of whoever creates a workspace. */
export function creatorRole(roles: WorkspaceRoles): string {
  return Object.keys(roles)[0] ?? "";
}

/** The role that `addEveryone` gives. */
export function everyoneRole(roles: WorkspaceRoles): string {
  return Object.keys(roles).at(-1) ?? "";
}
