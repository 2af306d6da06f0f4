import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrganizationRole } from "../../src/index.ts";
import { after } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { historyIn } from "../support/property/steps.ts";
import { tablesOf } from "../support/property/tables.ts";
import { north, organizationRoleNames, scim, userIds } from "../support/property/values.ts";

const actors = [{ userId: "ada" }, { userId: "bo" }, scim];
const targets = userIds.filter((userId) => userId !== "ada" && userId !== "bo");
const history = historyIn({ actors, subjects: targets, idempotencyKeys: [] });

type Renaming = Readonly<Record<OrganizationRole, OrganizationRole>>;

/** One renaming of the organization roles per user, so that equal roles stay equal and different ones stay different. */
const renamings: fc.Arbitrary<ReadonlyMap<string, Renaming>> = fc
  .array(fc.shuffledSubarray([...organizationRoleNames], { minLength: 3 }), {
    minLength: targets.length,
    maxLength: targets.length,
  })
  .map((orders) => new Map(targets.map((target, index) => [target, renaming(orders[index] ?? [])])));

describe("workspace roles and organization roles are independent (M6)", () => {
  it("decides the same about a user whatever their organization role is", () =>
    fc.assert(
      fc.asyncProperty(history, renamings, async (steps, renamed) => {
        const one = await after(steps);
        const other = await after(steps.map((step) => withRoles(step, renamed)));

        const isOfWorkspace = (_: unknown, index: number) => !isOfOrganization(steps[index]);
        expect(other.answers.filter(isOfWorkspace)).toEqual(one.answers.filter(isOfWorkspace));
        const tables = await tablesOf(other.storage, north);
        const { assignments, workspaces } = await tablesOf(one.storage, north);
        expect(tables.assignments).toEqual(assignments);
        expect(tables.workspaces).toEqual(workspaces);
      }),
      { numRuns: 50 },
    ));

  it("keeps every organization role, whatever happens in workspaces", () =>
    fc.assert(
      fc.asyncProperty(history, async (steps) => {
        // A removal may be refused because of a workspace, so it does not depend on the organization alone.
        const staying = steps.filter(({ command }) => command !== "removeOrganizationMembers");
        const withWorkspaces = await after(staying);
        const without = await after(staying.filter(isOfOrganization));

        const { members, organization } = await tablesOf(without.storage, north);
        const tables = await tablesOf(withWorkspaces.storage, north);
        expect(tables.members).toEqual(members);
        expect(tables.organization).toMatchObject({
          memberCount: organization?.memberCount,
          adminCount: organization?.adminCount,
        });
      }),
      { numRuns: 50 },
    ));
});

function isOfOrganization(step: Step | undefined): boolean {
  return /organization|profiles/i.test(step?.command ?? "");
}

function renaming([admin = "admin", billing = "billing", member = "member"]: readonly OrganizationRole[]): Renaming {
  return { admin, billing, member };
}

function withRoles(step: Step, renamed: ReadonlyMap<string, Renaming>): Step {
  if (step.command !== "addOrganizationMembers" && step.command !== "changeOrganizationRoles") return step;
  const members = step.input.members.map((member) => ({
    ...member,
    role: renamed.get(member.userId)?.[member.role] ?? member.role,
  }));
  return { ...step, input: { ...step.input, members } } as Step;
}
