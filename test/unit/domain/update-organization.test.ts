import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { decideUpdateOrganization } from "../../../src/domain/decisions/update-organization.ts";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { context, scim, stamped, updateOrganization } from "../../support/commands.ts";
import { billing, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { acme, ada, bo, cy, stranger } from "../../support/ids.ts";

const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, billing(cy)] });
const name = facts.organization?.name ?? "";

describe("decideUpdateOrganization", () => {
  it.each([
    ["an organization admin", ada, { actor: ada, authority: "organization_admin" }],
    ["a system", scim, { actor: scim, authority: "system" }],
  ] as const)("O7: %s changes the name", (_, actor, by) => {
    const decision = decideUpdateOrganization(facts, updateOrganization({ actor, name: "Acme Labs" }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "organization.updated", name: "Acme Labs" }], by),
        outcome: { organizationId: acme, name: "Acme Labs" },
      }),
    );
  });

  it.each([
    ["no name", undefined],
    ["the current name", name],
  ])("%s changes nothing", (_, wanted) => {
    const decision = decideUpdateOrganization(facts, updateOrganization({ name: wanted }), context());

    expect(decision).toStrictEqual(ok({ events: [], outcome: { organizationId: acme, name } }));
  });

  it.each([bo, cy])("O7: refuses %s, who is not an organization admin", (actor) => {
    expect(decideUpdateOrganization(facts, updateOrganization({ actor, name: "New" }), context())).toStrictEqual(
      err(forbidden("organization:admin")),
    );
  });

  it("A7: a stranger gets the answer of an organization that does not exist", () => {
    expect(
      decideUpdateOrganization(facts, updateOrganization({ actor: stranger, name: "New" }), context()),
    ).toStrictEqual(err(organizationNotFound()));
  });
});
