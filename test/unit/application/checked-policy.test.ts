import { describe, expect, it } from "vitest";
import { createRoster } from "../../../src/application/create-roster.ts";
import { checkedPolicy } from "../../../src/application/checked-roster-options.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { memoryStorage } from "../../../src/memory.ts";

describe("checkedPolicy", () => {
  it("A2: uses the default for undefined, so that a missing setting never turns an authority off", () => {
    const open = { organizationAdminsAdminister: undefined, membersCreateWorkspaces: undefined, limits: undefined };

    expect([checkedPolicy(), checkedPolicy(open as never)]).toEqual([defaultPolicy, defaultPolicy]);
  });

  it("keeps given values", () => {
    const policy = {
      organizationAdminsAdminister: false,
      membersCreateWorkspaces: true,
      limits: { membersPerWorkspace: 1, activeWorkspacesPerOrganization: 2, membersPerOrganization: 3 },
    };

    expect(checkedPolicy(policy)).toStrictEqual(policy);
  });

  it("copies the limits, so that the host cannot change them later", () => {
    const limits = { membersPerWorkspace: 1 };
    const policy = checkedPolicy({ limits });

    limits.membersPerWorkspace = 2;

    expect(policy.limits.membersPerWorkspace).toBe(1);
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity, "10", null])(
    "throws for a limit of %s, which would limit nothing",
    (limit) => {
      const policy = { limits: { membersPerWorkspace: limit as number } };

      expect(() => createRoster({ storage: memoryStorage(), policy })).toThrow(
        new TypeError(
          `policy.limits.membersPerWorkspace must be a whole number from 1, or absent for no limit, not ${limit === "10" ? '"10"' : String(limit)}.`,
        ),
      );
    },
  );
});

describe("the role catalogue of createRoster", () => {
  it("A6: is checked even if it was not made by defineWorkspaceRoles", () => {
    const workspaceRoles = { viewer: ["page:read"] };

    expect(() => createRoster({ storage: memoryStorage(), workspaceRoles })).toThrow(TypeError);
  });
});
