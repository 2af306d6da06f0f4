import { describe, expect, it } from "vitest";
import { type Right, rightsOf, rightTo } from "../../../src/domain/authority/rights.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { defaultWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { context, scim } from "../../support/commands.ts";
import { admin, billing, holder, member, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, stranger, web } from "../../support/ids.ts";

const everything = defaultWorkspaceRoles.admin;
const byAdministration = ["settings:manage", "members:manage"];

describe("rightsOf", () => {
  it("A1: an admin of the workspace has all built-in permissions and may grant them", () => {
    const facts = workspaceFacts({ assignments: [admin(ada)] });

    const rights = rightsOf(facts, web, { userId: ada }, context());

    expect(rights).toStrictEqual([{ authority: "workspace_admin", permissions: everything, grantable: everything }]);
  });

  it("A1: a member of the workspace may use it", () => {
    const facts = workspaceFacts({ assignments: [member(ada)] });

    const rights = rightsOf(facts, web, { userId: ada }, context());

    expect(rights).toStrictEqual([
      { authority: "workspace_admin", permissions: ["resources:use"], grantable: ["resources:use"] },
    ]);
  });

  it("A2: an organization admin administers without access to the resources", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });

    const rights = rightsOf(facts, web, { userId: ada }, context());

    expect(rights).toStrictEqual([
      { authority: "organization_admin", permissions: byAdministration, grantable: "all" },
    ]);
  });

  it("A2: the right from the workspace role comes first", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)], assignments: [member(ada)] });

    const rights = rightsOf(facts, web, { userId: ada }, context());

    expect(rights.map(({ authority }) => authority)).toStrictEqual(["workspace_admin", "organization_admin"]);
  });

  it("A2: with policy.organizationAdminsAdminister off, an organization admin has no such right", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    const rights = rightsOf(facts, web, { userId: ada }, context({ policy }));

    expect(rights).toStrictEqual([]);
  });

  it("a system has the same permissions as an organization admin", () => {
    const rights = rightsOf(workspaceFacts(), web, scim, context());

    expect(rights).toStrictEqual([{ authority: "system", permissions: byAdministration, grantable: "all" }]);
  });

  it.each([
    ["an organization member without a role there", workspaceFacts(), ada],
    ["a billing member without a role there", workspaceFacts({ organizationMembers: [billing(ada)] }), ada],
    ["a stranger", workspaceFacts(), stranger],
    ["a stranger with an assignment left behind", workspaceFacts({ assignments: [admin(stranger)] }), stranger],
  ])("%s has no rights", (_, facts, userId) => {
    expect(rightsOf(facts, web, { userId }, context())).toStrictEqual([]);
  });

  it.each(["retired", "constructor", "__proto__", "toString"])(
    "a stored role that is not in the catalogue gives no permissions: %s",
    (role) => {
      const facts = workspaceFacts({ assignments: [holder(role, ada)] });

      const rights = rightsOf(facts, web, { userId: ada }, context());

      expect(rights).toStrictEqual([{ authority: "workspace_admin", permissions: [], grantable: [] }]);
    },
  );
});

describe("rightTo", () => {
  const narrow: Right = { authority: "workspace_admin", permissions: ["members:manage"], grantable: ["page:read"] };
  const wide: Right = { authority: "organization_admin", permissions: ["members:manage"], grantable: "all" };

  it("A3: returns the first right that may grant all of the permissions", () => {
    const found = [
      rightTo([narrow, wide], "members:manage", []),
      rightTo([narrow, wide], "members:manage", ["page:read"]),
      rightTo([narrow, wide], "members:manage", ["page:read", "page:write"]),
    ];

    expect(found).toStrictEqual([narrow, narrow, wide]);
  });

  it("returns null if no right has the permission or may grant", () => {
    const found = [rightTo([wide], "settings:manage"), rightTo([narrow], "members:manage", ["page:write"])];

    expect(found).toStrictEqual([null, null]);
  });
});
