import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { decideUpdateProfiles, type ProfileChange } from "../../../src/domain/decisions/update-profiles.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { context, stamped, updateProfiles } from "../../support/commands.ts";
import { aColleague, billing, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, stranger } from "../../support/ids.ts";

const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), billing(bo), cy] });
const change = (parts: Partial<ProfileChange> = {}): ProfileChange => ({
  userId: bo,
  displayName: undefined,
  email: undefined,
  ...parts,
});
const { displayName, email } = aColleague(bo);

describe("decideUpdateProfiles", () => {
  it.each([
    ["a name", change({ displayName: "Bo" }), { displayName: "Bo", email }],
    ["an email", change({ email: "b@example.com" }), { displayName, email: "b@example.com" }],
    ["no email", change({ email: null }), { displayName, email: null }],
    ["both", change({ displayName: "Bo", email: null }), { displayName: "Bo", email: null }],
  ])("O3: sets %s, keeps the other fields and the role, and records the whole profile", (_, member, profile) => {
    const decision = decideUpdateProfiles(facts, updateProfiles({ members: [member] }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "organization.member.profile_changed", userId: bo, ...profile }], {
          actor: ada,
          authority: "organization_admin",
        }),
        outcome: { changed: [{ userId: bo, role: "billing" }], unchanged: [], rejected: [] },
      }),
    );
  });

  it.each([
    ["nothing", change()],
    ["the current values", change({ displayName, email })],
  ])("O3: %s changes nothing", (_, member) => {
    const decision = decideUpdateProfiles(facts, updateProfiles({ members: [member] }), context());

    expect(decision).toStrictEqual(
      ok({ events: [], outcome: { changed: [], unchanged: [{ userId: bo, role: "billing" }], rejected: [] } }),
    );
  });

  it("M3: an atomic batch is refused with every non-member, a partial one changes the others", () => {
    const members = [change({ userId: stranger }), change({ userId: cy, displayName: "Cy" })];
    const update = (mode: "atomic" | "partial") =>
      decideUpdateProfiles(facts, updateProfiles({ members, mode }), context()).map(({ outcome }) => outcome);

    expect([update("atomic"), update("partial")]).toStrictEqual([
      err(membersRejected([notOrganizationMember(stranger)])),
      ok({ changed: [{ userId: cy, role: "member" }], unchanged: [], rejected: [notOrganizationMember(stranger)] }),
    ]);
  });

  it.each([
    ["an ordinary member, even for their own profile", cy, forbidden("organization:admin")],
    ["a stranger", stranger, organizationNotFound()],
  ])("A1: refuses %s", (_, actor, refusal) => {
    expect(decideUpdateProfiles(facts, updateProfiles({ actor }), context())).toStrictEqual(err(refusal));
  });
});
