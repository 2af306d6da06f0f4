import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import type { UserId } from "../../../src/domain/values/ids.ts";
import { noFacts } from "../../../src/domain/facts/organization-facts.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { tooManyMembers } from "../../../src/domain/values/too-many-members.ts";
import { decideCreateWorkspace } from "../../../src/domain/decisions/create-workspace.ts";
import { workspaceAlreadyExists } from "../../../src/domain/workspace/workspace-already-exists.ts";
import { workspaceNameTaken } from "../../../src/domain/workspace/workspace-name-taken.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { context, createWorkspace, scim, stamped } from "../../support/commands.ts";
import { archived, aWorkspace, billing, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { acme, ada, asUserId, asWorkspaceId, bo, cy, dee, stranger, web } from "../../support/ids.ts";

const emptyOrganization = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], workspaces: [] });

describe("decideCreateWorkspace", () => {
  it("W1: makes the creator admin in the same commit", () => {
    const command = createWorkspace({ actor: ada, name: "Web", description: "The shop" });

    const decision = decideCreateWorkspace(emptyOrganization, command, context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "workspace.created", workspaceId: web, name: "Web", description: "The shop" },
            { type: "workspace.member.added", workspaceId: web, userId: ada, role: "admin" },
          ],
          { actor: ada, authority: "organization_admin" },
        ),
        outcome: { workspaceId: web, added: [{ userId: ada, role: "admin" }] },
      }),
    );
  });

  it("W1: generates an id if none is given", () => {
    const command = createWorkspace({ workspaceId: null });

    const decision = decideCreateWorkspace(emptyOrganization, command, context({ freshId: "made-up" }));

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({ workspaceId: asWorkspaceId("made-up"), added: [{ userId: ada, role: "admin" }] }),
    );
  });

  it("W1: makes the named organization member the admin instead of the creator", () => {
    const command = createWorkspace({ actor: ada, admin: bo });

    const decision = decideCreateWorkspace(emptyOrganization, command, context());

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({ workspaceId: web, added: [{ userId: bo, role: "admin" }] }),
    );
  });

  it("W1: lets a system create it for the named admin", () => {
    const command = createWorkspace({ actor: scim, admin: bo });

    const decision = decideCreateWorkspace(emptyOrganization, command, context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "workspace.created", workspaceId: web, name: "Web", description: "" },
            { type: "workspace.member.added", workspaceId: web, userId: bo, role: "admin" },
          ],
          { actor: scim, authority: "system" },
        ),
        outcome: { workspaceId: web, added: [{ userId: bo, role: "admin" }] },
      }),
    );
  });

  it("M1: requires the named admin to be an organization member", () => {
    const decision = decideCreateWorkspace(emptyOrganization, createWorkspace({ admin: stranger }), context());

    expect(decision).toStrictEqual(err(notOrganizationMember(stranger)));
  });

  it("W1: addEveryone adds all others with the last role, in byte order of their ids", () => {
    const facts = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), dee, billing(cy), bo].toReversed(),
      workspaces: [],
    });

    const decision = decideCreateWorkspace(facts, createWorkspace({ addEveryone: true, admin: cy }), context());

    const added = [
      { userId: cy, role: "admin" },
      { userId: ada, role: "member" },
      { userId: bo, role: "member" },
      { userId: dee, role: "member" },
    ];
    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "workspace.created", workspaceId: web, name: "Web", description: "" },
            ...added.map((member) => ({ type: "workspace.member.added", workspaceId: web, ...member }) as const),
          ],
          { actor: ada, authority: "organization_admin" },
        ),
        outcome: { workspaceId: web, added },
      }),
    );
  });

  describe("W1: addEveryone in an organization of", () => {
    const everyone = (count: number): readonly UserId[] =>
      Array.from({ length: count }, (_, index) => asUserId(`user-${index}`));

    it("10,000 members adds them all", () => {
      const facts = workspaceFacts({
        organizationMembers: [organizationAdmin(ada), ...everyone(9_999)],
        workspaces: [],
      });

      const decision = decideCreateWorkspace(facts, createWorkspace({ addEveryone: true }), context());

      expect(decision.map(({ outcome }) => outcome.added.length)).toStrictEqual(ok(10_000));
    });

    it("10,001 members is refused with too_many_members", () => {
      const facts = workspaceFacts({
        organizationMembers: [organizationAdmin(ada)],
        organization: { memberCount: 10_001 },
        workspaces: [],
      });

      const decision = decideCreateWorkspace(facts, createWorkspace({ addEveryone: true }), context());

      expect(decision).toStrictEqual(err(tooManyMembers(10_000, 10_001)));
    });

    it("more members than the store takes is refused with too_many_members", () => {
      const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, cy], workspaces: [] });

      const decision = decideCreateWorkspace(
        facts,
        createWorkspace({ addEveryone: true }),
        context({ maxBatchSize: 2 }),
      );

      expect(decision).toStrictEqual(err(tooManyMembers(2, 3)));
    });

    it("any size is irrelevant if not everyone is added", () => {
      const facts = workspaceFacts({
        organizationMembers: [organizationAdmin(ada)],
        organization: { memberCount: 1_000_000 },
        workspaces: [],
      });

      const decision = decideCreateWorkspace(facts, createWorkspace({ addEveryone: false }), context());

      expect(decision.isOk()).toBe(true);
    });
  });

  it("A6: gives the creator the first role of the host's catalogue and everyone else the last", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage"],
      editor: ["resources:use"],
      viewer: ["page:read"],
    });

    const decision = decideCreateWorkspace(
      emptyOrganization,
      createWorkspace({ addEveryone: true }),
      context({ workspaceRoles }),
    );

    expect(decision.map(({ outcome }) => outcome.added)).toStrictEqual(
      ok([
        { userId: ada, role: "owner" },
        { userId: bo, role: "viewer" },
      ]),
    );
  });

  it("W1: forbids an ordinary member", () => {
    const decision = decideCreateWorkspace(emptyOrganization, createWorkspace({ actor: bo }), context());

    expect(decision).toStrictEqual(err(forbidden("organization:admin")));
  });

  it("W1: allows an ordinary member if policy.membersCreateWorkspaces is on", () => {
    const policy = { ...defaultPolicy, membersCreateWorkspaces: true };

    const decision = decideCreateWorkspace(emptyOrganization, createWorkspace({ actor: bo }), context({ policy }));

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "workspace.created", workspaceId: web, name: "Web", description: "" },
            { type: "workspace.member.added", workspaceId: web, userId: bo, role: "admin" },
          ],
          { actor: bo, authority: "organization_member" },
        ),
        outcome: { workspaceId: web, added: [{ userId: bo, role: "admin" }] },
      }),
    );
  });

  it("W1: policy.membersCreateWorkspaces does not apply to strangers", () => {
    const policy = { ...defaultPolicy, membersCreateWorkspaces: true };

    const decision = decideCreateWorkspace(
      emptyOrganization,
      createWorkspace({ actor: stranger, admin: bo }),
      context({ policy }),
    );

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });

  it("W1: allows an organization admin even if policy.organizationAdminsAdminister is off", () => {
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    const decision = decideCreateWorkspace(emptyOrganization, createWorkspace(), context({ policy }));

    expect(decision.isOk()).toBe(true);
  });

  it.each([
    ["the same", "Straße é"],
    ["in another case", "STRASSE É"],
    ["without its accents", "strasse e"],
    ["in full-width letters", "Ｓtrasse e"],
    ["with other white space", "Strasse\u3000e"],
  ])("W2: refuses the name of another active workspace: %s", (_, name) => {
    const taken = aWorkspace({ workspaceId: asWorkspaceId("first"), name: "Straße é" });
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)], workspaces: [taken] });

    const decision = decideCreateWorkspace(facts, createWorkspace({ name }), context());

    expect(decision).toStrictEqual(err(workspaceNameTaken(asWorkspaceId("first"), name)));
  });

  it.each([
    ["another name", aWorkspace({ workspaceId: asWorkspaceId("first"), name: "Webs" })],
    ["an archived workspace of the same name", archived({ workspaceId: asWorkspaceId("first"), name: "Web" })],
  ])("W2: ignores %s", (_, other) => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)], workspaces: [other] });

    const decision = decideCreateWorkspace(facts, createWorkspace({ name: "Web" }), context());

    expect(decision.isOk()).toBe(true);
  });

  it.each([
    ["active", aWorkspace({ name: "Another" })],
    ["archived", archived({ name: "Another" })],
  ])("refuses the id of an existing %s workspace", (_, existing) => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)], workspaces: [existing] });

    const decision = decideCreateWorkspace(facts, createWorkspace({ workspaceId: web, name: "Web" }), context());

    expect(decision).toStrictEqual(err(workspaceAlreadyExists()));
  });

  it("an organization that does not exist is organization_not_found", () => {
    const decision = decideCreateWorkspace(noFacts(acme), createWorkspace(), context());

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });
});
