import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultWorkspaceRoles, defineWorkspaceRoles, type WorkspaceRoles } from "../../src/index.ts";
import type { RosterStorage } from "../../src/storage.ts";
import { adminCount } from "../../src/domain/workspace/role-counts.ts";
import { after } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { historyIn, populating, stepsIn } from "../support/property/steps.ts";
import { tablesOf } from "../support/property/tables.ts";
import { north, scim, workspaceIds } from "../support/property/values.ts";

const catalogues = [
  { catalogue: "the default roles", workspaceRoles: defaultWorkspaceRoles },
  {
    catalogue: "custom roles",
    workspaceRoles: defineWorkspaceRoles({ lead: ["members:manage"], owner: ["members:manage", "x"], guest: [] }),
  },
];
const policy = fc.record({ organizationAdminsAdminister: fc.boolean(), membersCreateWorkspaces: fc.boolean() });

describe.each(catalogues)("an admin always remains (M9, O2), with $catalogue", ({ workspaceRoles }) => {
  const history = historyIn({ workspaceRoles: Object.keys(workspaceRoles) });

  it("in every active workspace and in the organization, after any commands", () =>
    fc.assert(
      fc.asyncProperty(history, policy, async (steps, allowed) => {
        const { storage } = await after(steps, { workspaceRoles, policy: allowed });

        await expectAdmins(storage, workspaceRoles, steps);
      }),
      { numRuns: 150 },
    ));

  it("in a workspace that is restored after its members have left, too", () =>
    fc.assert(
      fc.asyncProperty(restoration, async (steps) => {
        const { storage } = await after(steps, { workspaceRoles });

        await expectAdmins(storage, workspaceRoles, steps);
      }),
      { numRuns: 150 },
    ));
});

const bySystem = stepsIn({ actors: [scim], idempotencyKeys: [], hasInvalid: false });
const lab = { organizationId: north, actor: scim, workspaceId: workspaceIds[0] };
const departures = fc.array(fc.oneof(bySystem.changeOrganizationRoles, bySystem.removeOrganizationMembers), {
  minLength: 2,
  maxLength: 6,
  size: "max",
});
const restoring = bySystem.restoreWorkspace.map((step): Step => ({
  ...step,
  input: { ...step.input, workspaceId: lab.workspaceId },
}));
/** A workspace that is archived, loses members and is restored. */
const restoration = fc
  .tuple(departures, restoring)
  .map(([left, restored]): readonly Step[] => [
    ...populating(north).slice(0, 4),
    { command: "archiveWorkspace", input: lab },
    ...left,
    restored,
  ]);

/** Whether a system let the last organization admin go (rule O2). */
function isAllowed({ input }: Step): boolean {
  return "lastAdmin" in input && input.lastAdmin === "allow" && "system" in input.actor;
}

async function expectAdmins(storage: RosterStorage, roles: WorkspaceRoles, steps: readonly Step[]): Promise<void> {
  const { organization, members, workspaces, assignments } = await tablesOf(storage, north);
  const admins = Object.keys(roles).filter((role) => roles[role]?.includes("members:manage"));

  const organizationAdmins = [...members.values()].filter(({ role }) => role === "admin");
  expect(organization?.adminCount).toBe(organizationAdmins.length);
  if (!steps.some(isAllowed)) expect(organizationAdmins).not.toEqual([]);
  for (const { workspaceId, status, roleCounts } of workspaces.values()) {
    if (status !== "active") continue;
    const held = [...assignments.values()].filter((assignment) => assignment.workspaceId === workspaceId);
    expect(held.filter(({ role }) => admins.includes(role))).not.toEqual([]);
    expect(adminCount(roleCounts, roles)).toBeGreaterThanOrEqual(1);
  }
}
