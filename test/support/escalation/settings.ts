import fc from "fast-check";
import { builtInPermissions } from "../../../src/domain/workspace/workspace-roles.ts";

/** The settings of a host: its role catalogue, strongest role first, and its policy. */
export interface Settings {
  readonly workspaceRoles: Readonly<Record<string, readonly string[]>>;
  readonly policy: { readonly organizationAdminsAdminister: boolean; readonly membersCreateWorkspaces: boolean };
}

const roleNames = ["owner", "lead", "editor", "viewer", "guest"] as const;
const others = [
  ...builtInPermissions.filter((permission) => permission !== "members:manage"),
  "deploy",
  "invoices:read",
];
const managing = fc.subarray(others).map((permissions) => ["members:manage", ...permissions]);
const role = fc.oneof(managing, fc.subarray(others));
const first = fc.oneof(fc.constant(["members:manage", ...others]), managing);

/** Any catalogue of two to five roles, several of which may manage members, with any policy. */
export const settings: fc.Arbitrary<Settings> = fc.record({
  workspaceRoles: fc
    .tuple(first, fc.array(role, { minLength: 1, maxLength: 4, size: "max" }))
    .map(([strongest, rest]) =>
      Object.fromEntries([strongest, ...rest].map((held, index) => [roleNames[index] ?? "", held])),
    ),
  policy: fc.record({ organizationAdminsAdminister: fc.boolean(), membersCreateWorkspaces: fc.boolean() }),
});
