import { requireOption } from "../values/checked-option.ts";
import { quote } from "../values/quote.ts";

/** A permission that the library itself checks. A host's catalogue may add permissions of its own. */
export type BuiltInPermission = (typeof builtInPermissions)[number];

/** The permissions that the library itself checks. */
export const builtInPermissions = ["settings:manage", "members:manage", "resources:manage", "resources:use"] as const;

/**
 * The role catalogue: each workspace role with its permissions, as plain data (rule A6).
 *
 * Order matters, strongest first: the creator of a workspace gets the first role, and `addEveryone` gives the last one.
 */
export type WorkspaceRoles<Role extends string = string, Permission extends string = string> = Readonly<
  Record<Role, readonly Permission[]>
>;

/** The default role catalogue: `admin` with all permissions of the library, and `member` with `resources:use`. */
export const defaultWorkspaceRoles = {
  admin: builtInPermissions,
  member: ["resources:use"],
} as const satisfies WorkspaceRoles<"admin" | "member", BuiltInPermission>;

const roleName = /^[a-z][a-z0-9_-]{0,62}$/;

/**
 * Returns a frozen copy of the host's own role catalogue, with the role and permission names in its type.
 *
 * Throws a TypeError if a role name is not 1–63 characters of `a-z 0-9 _ -` that begin with a letter, if a role's
 * permissions are not an array of strings, or if the first role lacks `members:manage`: nobody could add a member to a
 * new workspace.
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
    throw new TypeError(
      `A workspace role name must be 1–63 characters of a-z 0-9 _ - and begin with a letter, not ${quote(misnamed)}.`,
    );
  if (!isAdminRole(roles, creatorRole(roles))) {
    throw new TypeError(
      'The first workspace role must have "members:manage", because the creator of a workspace gets it.',
    );
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

/** The permissions of a role; none if the catalogue does not know the role. */
export function permissionsOf(roles: WorkspaceRoles, role: string): readonly string[] {
  const held = Object.hasOwn(roles, role) ? roles[role] : undefined;
  return held ?? [];
}

/** Whether holders of the role count as admins: an admin is anyone who may manage members (rule A6). */
export function isAdminRole(roles: WorkspaceRoles, role: string): boolean {
  return permissionsOf(roles, role).includes("members:manage");
}

/** The role that the creator of a workspace gets. */
export function creatorRole(roles: WorkspaceRoles): string {
  return Object.keys(roles)[0] ?? "";
}

/** The role that `addEveryone` gives. */
export function everyoneRole(roles: WorkspaceRoles): string {
  return Object.keys(roles).at(-1) ?? "";
}
