import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { decideAddOrganizationMembers } from "../../../src/domain/decisions/add-organization-members.ts";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { noFacts } from "../../../src/domain/facts/organization-facts.ts";
import { roleConflict } from "../../../src/domain/values/role-conflict.ts";
import { addOrganizationMembers, context, scim, stamped } from "../../support/commands.ts";
import { aColleague, admin, billing, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { acme, ada, bo, cy, dee, stranger } from "../../support/ids.ts";

describe("decideAddOrganizationMembers", () => {
  it("O3: adds each user with their own role and profile, in input order", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });
    const members = [billing(dee), aColleague(bo), organizationAdmin(cy)];

    const decision = decideAddOrganizationMembers(facts, addOrganizationMembers({ members }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          members.map((member) => ({ type: "organization.member.added", ...member })),
          { actor: ada, authority: "organization_admin" },
        ),
        outcome: {
          added: [
            { userId: dee, role: "billing" },
            { userId: bo, role: "member" },
            { userId: cy, role: "admin" },
          ],
          unchanged: [],
          rejected: [],
        },
      }),
    );
  });

  it("M4: leaves members with the same role unchanged, including their profile", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo] });
    const members = [{ ...aColleague(bo), displayName: "Another name" }];

    const decision = decideAddOrganizationMembers(facts, addOrganizationMembers({ members }), context());

    expect(decision).toStrictEqual(
      ok({ events: [], outcome: { added: [], unchanged: [{ userId: bo, role: "member" }], rejected: [] } }),
    );
  });

  it("M3: an atomic batch is refused with every conflict, in input order", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, cy] });
    const members = [billing(cy), aColleague(dee), organizationAdmin(bo)];

    const decision = decideAddOrganizationMembers(facts, addOrganizationMembers({ members }), context());

    expect(decision).toStrictEqual(
      err(membersRejected([roleConflict(cy, "member", "billing"), roleConflict(bo, "member", "admin")])),
    );
  });

  it("M3: a partial batch adds the valid items and lists the rest", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, cy] });
    const members = [billing(cy), aColleague(dee), aColleague(bo)];

    const decision = decideAddOrganizationMembers(
      facts,
      addOrganizationMembers({ members, mode: "partial" }),
      context(),
    );

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "organization.member.added", ...aColleague(dee) }], {
          actor: ada,
          authority: "organization_admin",
        }),
        outcome: {
          added: [{ userId: dee, role: "member" }],
          unchanged: [{ userId: bo, role: "member" }],
          rejected: [roleConflict(cy, "member", "billing")],
        },
      }),
    );
  });

  it("O3: allows a system", () => {
    const facts = workspaceFacts();

    const decision = decideAddOrganizationMembers(facts, addOrganizationMembers({ actor: scim }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "organization.member.added", ...aColleague(bo) }], {
          actor: scim,
          authority: "system",
        }),
        outcome: { added: [{ userId: bo, role: "member" }], unchanged: [], rejected: [] },
      }),
    );
  });

  it.each([
    ["an ordinary member", aColleague(ada)],
    ["a billing member", billing(ada)],
  ])("A1: forbids %s of the organization, even as a workspace's admin", (_, actor) => {
    const facts = workspaceFacts({ organizationMembers: [actor], assignments: [admin(ada)] });

    const decision = decideAddOrganizationMembers(facts, addOrganizationMembers({ actor: ada }), context());

    expect(decision).toStrictEqual(err(forbidden("organization:admin")));
  });

  it("A7: refuses a stranger before it reveals anything about the batch", () => {
    const facts = workspaceFacts({ organizationMembers: [bo] });
    const members = [organizationAdmin(bo)];

    const decision = decideAddOrganizationMembers(
      facts,
      addOrganizationMembers({ actor: stranger, members }),
      context(),
    );

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });

  it("an organization that does not exist is organization_not_found, even for a system", () => {
    const decision = decideAddOrganizationMembers(noFacts(acme), addOrganizationMembers({ actor: scim }), context());

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });
});
