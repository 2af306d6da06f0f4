import { describe, expect, it } from "vitest";
import { organizationAuthority } from "../../../src/domain/authority/organization-authority.ts";
import { scim } from "../../support/commands.ts";
import { admin, billing, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, stranger } from "../../support/ids.ts";

describe("organizationAuthority", () => {
  it("A1: only organization admins and systems manage the organization", () => {
    const facts = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, billing(cy)],
      assignments: [admin(bo)],
    });

    const authorities = [ada, bo, cy, stranger].map((userId) => organizationAuthority(facts, { userId }));

    expect([...authorities, organizationAuthority(facts, scim)]).toStrictEqual([
      "organization_admin",
      null,
      null,
      null,
      "system",
    ]);
  });
});
