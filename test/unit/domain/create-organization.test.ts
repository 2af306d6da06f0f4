import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { decideCreateOrganization } from "../../../src/domain/decisions/create-organization.ts";
import { organizationAlreadyExists } from "../../../src/domain/organization/organization-already-exists.ts";
import { noFacts } from "../../../src/domain/facts/organization-facts.ts";
import { context, createOrganization, stamped } from "../../support/commands.ts";
import { workspaceFacts } from "../../support/facts.ts";
import { acme, ada } from "../../support/ids.ts";

describe("decideCreateOrganization", () => {
  it("O1: makes the owner the first member, as admin, with the authority founder", () => {
    const owner = { userId: ada, displayName: "Ada", email: "ada@example.com" };

    const decision = decideCreateOrganization(noFacts(acme), createOrganization({ name: "Acme", owner }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "organization.created", name: "Acme" },
            { type: "organization.member.added", ...owner, role: "admin" },
          ],
          { actor: ada, authority: "founder", after: 0 },
        ),
        outcome: { organizationId: acme },
      }),
    );
  });

  it("O1: refuses an organization that already exists", () => {
    const facts = workspaceFacts();

    const decision = decideCreateOrganization(facts, createOrganization(), context());

    expect(decision).toStrictEqual(err(organizationAlreadyExists()));
  });
});
