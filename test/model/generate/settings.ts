import fc from "fast-check";
import { defaultWorkspaceRoles } from "../../../src/index.ts";
import type { Settings } from "../rules/world.ts";

const policy = { organizationAdminsAdminister: true, membersCreateWorkspaces: false, limits: {} };
const builtIn: Settings = { label: "built in", policy, roles: defaultWorkspaceRoles, maxBatchSize: 10_000 };
const own = {
  owner: ["settings:manage", "members:manage", "resources:manage", "resources:use", "billing:see"],
  admin: ["members:manage", "resources:use"],
  member: ["resources:use", "settings:manage"],
  guest: [],
};

/** Each of the first three roles permits something that no other role does, even the strongest. */
const apart = {
  owner: ["settings:manage", "members:manage", "billing:see"],
  admin: ["members:manage", "resources:use"],
  member: ["resources:use", "audit:see"],
  guest: [],
};

/** Hosts of many kinds. The simplest comes first, so that a failure shrinks to it. */
const settings: readonly Settings[] = [
  builtIn,
  { ...builtIn, label: "own roles", roles: own },
  {
    ...builtIn,
    label: "limits",
    policy: {
      ...policy,
      limits: { membersPerWorkspace: 2, activeWorkspacesPerOrganization: 2, membersPerOrganization: 4 },
    },
  },
  {
    ...builtIn,
    label: "members create, admins do not administer",
    policy: { ...policy, organizationAdminsAdminister: false, membersCreateWorkspaces: true },
  },
  {
    label: "own roles, small batches, members create",
    policy: {
      ...policy,
      membersCreateWorkspaces: true,
      limits: { membersPerWorkspace: 4, activeWorkspacesPerOrganization: 3, membersPerOrganization: 5 },
    },
    roles: own,
    maxBatchSize: 4,
  },
  {
    ...builtIn,
    label: "roles apart, admins do not administer",
    policy: { ...policy, organizationAdminsAdminister: false },
    roles: apart,
  },
];

/** Hosts with limits are drawn more often, because few commands reach a limit. */
export const anySettings = fc.constantFrom(
  ...settings,
  ...settings.filter(({ policy: { limits } }) => "membersPerWorkspace" in limits),
);
