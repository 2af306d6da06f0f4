import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { decideChangeOrganizationRoles } from "../../../src/domain/decisions/change-organization-roles.ts";
import { lastOrganizationAdmin } from "../../../src/domain/organization/last-organization-admin.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { changeOrganizationRoles, context, scim, stamped } from "../../support/commands.ts";
import { admin, billing, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, stranger } from "../../support/ids.ts";

const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, billing(cy)] });
const as = (role: "admin" | "billing" | "member", userId: typeof bo) => ({ userId, role });

describe("decideChangeOrganizationRoles", () => {
  it("O3: changes organization roles in input order and records the previous ones", () => {
    const members = [as("admin", cy), as("billing", bo)];

    const decision = decideChangeOrganizationRoles(facts, changeOrganizationRoles({ members }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "organization.member.role_changed", ...as("admin", cy), previousRole: "billing" },
            { type: "organization.member.role_changed", ...as("billing", bo), previousRole: "member" },
          ],
          { actor: ada, authority: "organization_admin" },
        ),
        outcome: { changed: members, unchanged: [], rejected: [] },
      }),
    );
  });

  it("M3: an atomic batch is refused with every non-member", () => {
    const members = [as("admin", stranger), as("billing", bo)];

    const decision = decideChangeOrganizationRoles(facts, changeOrganizationRoles({ members }), context());

    expect(decision).toStrictEqual(err(membersRejected([notOrganizationMember(stranger)])));
  });

  it("M3: a partial batch changes the other members", () => {
    const members = [as("admin", stranger), as("billing", bo), as("billing", cy)];

    const decision = decideChangeOrganizationRoles(
      facts,
      changeOrganizationRoles({ members, mode: "partial" }),
      context(),
    );

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({
        changed: [as("billing", bo)],
        unchanged: [as("billing", cy)],
        rejected: [notOrganizationMember(stranger)],
      }),
    );
  });

  it.each(["atomic", "partial"] as const)("O2: refuses to demote the last admin (%s)", (mode) => {
    const members = [as("member", ada), as("billing", bo)];

    expect(decideChangeOrganizationRoles(facts, changeOrganizationRoles({ members, mode }), context())).toStrictEqual(
      err(lastOrganizationAdmin()),
    );
  });

  it("O2: judges the end state, so that the admin can hand over", () => {
    const members = [as("member", ada), as("admin", bo)];

    const decision = decideChangeOrganizationRoles(facts, changeOrganizationRoles({ members }), context());

    expect(decision.map(({ outcome }) => outcome.changed)).toStrictEqual(ok(members));
  });

  it("M6: changes no workspace role, even of a workspace's admin", () => {
    const held = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], assignments: [admin(bo)] });

    const decision = decideChangeOrganizationRoles(held, changeOrganizationRoles(), context());

    expect(decision.map(({ events }) => events.map(({ type }) => type))).toStrictEqual(
      ok(["organization.member.role_changed"]),
    );
  });

  it.each([
    ["an ordinary member", bo, forbidden("organization:admin")],
    ["a billing member", cy, forbidden("organization:admin")],
    ["a stranger", stranger, organizationNotFound()],
  ])("A1: refuses %s, even for themselves", (_, actor, refusal) => {
    const members = [as("admin", actor)];

    expect(decideChangeOrganizationRoles(facts, changeOrganizationRoles({ actor, members }), context())).toStrictEqual(
      err(refusal),
    );
  });

  it("allows a system", () => {
    const decision = decideChangeOrganizationRoles(facts, changeOrganizationRoles({ actor: scim }), context());

    expect(decision.map(({ events }) => events[0]?.authority)).toStrictEqual(ok("system"));
  });
});
