import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultWorkspaceRoles, defineWorkspaceRoles } from "../../src/index.ts";
import { adminCount } from "../../src/domain/workspace/role-counts.ts";
import { after } from "../support/property-roster.ts";
import { historyIn } from "../support/property-steps.ts";
import { tablesOf } from "../support/property-tables.ts";
import { north } from "../support/property-values.ts";

const catalogues = [
  { named: "the default roles", workspaceRoles: defaultWorkspaceRoles },
  {
    named: "roles of the host",
    workspaceRoles: defineWorkspaceRoles({ lead: ["members:manage"], owner: ["members:manage", "x"], guest: [] }),
  },
];
const policy = fc.record({ organizationAdminsAdminister: fc.boolean(), membersCreateWorkspaces: fc.boolean() });

describe.each(catalogues)("an admin always remains (M9, O2), with $named", ({ workspaceRoles }) => {
  const history = historyIn({ workspaceRoles: Object.keys(workspaceRoles) });
  const admins = Object.entries<readonly string[]>(workspaceRoles)
    .filter(([, permissions]) => permissions.includes("members:manage"))
    .map(([role]) => role);

  it("in every active workspace and in the organization, whoever did what before", () =>
    fc.assert(
      fc.asyncProperty(history, policy, async (steps, allowed) => {
        const { storage } = await after(steps, { workspaceRoles, policy: allowed });

        const { organization, members, workspaces, assignments } = await tablesOf(storage, north);

        expect([...members.values()].map(({ role }) => role)).toContain("admin");
        expect(organization?.adminCount).toBeGreaterThanOrEqual(1);
        for (const { workspaceId, status, roleCounts } of workspaces.values()) {
          if (status !== "active") continue;
          const held = [...assignments.values()].filter((assignment) => assignment.workspaceId === workspaceId);
          expect(held.filter(({ role }) => admins.includes(role))).not.toEqual([]);
          expect(adminCount(roleCounts, workspaceRoles)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    ));
});
