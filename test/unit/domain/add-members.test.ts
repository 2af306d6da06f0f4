import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { decideAddMembers } from "../../../src/domain/decisions/add-members.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import type { MemberRole } from "../../../src/domain/role-assignment/role-assignment.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { noFacts } from "../../../src/domain/facts/organization-facts.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { roleConflict } from "../../../src/domain/values/role-conflict.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { workspaceNotFound } from "../../../src/domain/workspace/workspace-not-found.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { addMembers, context, scim, stamped } from "../../support/commands.ts";
import {
  admin,
  archived,
  aWorkspace,
  billing,
  holder,
  member,
  ops,
  organizationAdmin,
  workspaceFacts,
} from "../../support/facts.ts";
import { acme, ada, asUserId, asWorkspaceId, bo, cy, dee, stranger, web } from "../../support/ids.ts";

const asAdded = (request: MemberRole) => ({ type: "workspace.member.added", workspaceId: web, ...request }) as const;

describe("decideAddMembers: the batch", () => {
  it("M2, M5: adds each user with their own role, in input order", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo, cy, dee], assignments: [admin(ada)] });
    const members = [member(dee), admin(bo), member(cy)];

    const decision = decideAddMembers(facts, addMembers({ members }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(members.map(asAdded), { actor: ada, authority: "workspace_admin" }),
        outcome: { added: members, unchanged: [], rejected: [] },
      }),
    );
  });

  it("M1, M3: rejects the whole batch if one user is not an organization member", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(ada)] });

    const decision = decideAddMembers(facts, addMembers({ members: [member(bo), member(stranger)] }), context());

    expect(decision).toStrictEqual(err(membersRejected([notOrganizationMember(stranger)])));
  });

  it("M1: rejects a user who left the organization, even if an assignment was left behind", () => {
    const facts = workspaceFacts({ organizationMembers: [ada], assignments: [admin(ada), member(bo)] });

    const decision = decideAddMembers(facts, addMembers({ members: [member(bo)] }), context());

    expect(decision).toStrictEqual(err(membersRejected([notOrganizationMember(bo)])));
  });

  it("M3: an atomic refusal lists every rejected item in input order, not only the first", () => {
    const nobody = asUserId("nobody");
    const facts = workspaceFacts({ organizationMembers: [ada, bo, cy], assignments: [admin(ada), member(cy)] });
    const members = [member(stranger), member(bo), admin(cy), admin(nobody)];

    const decision = decideAddMembers(facts, addMembers({ members, mode: "atomic" }), context());

    expect(decision).toStrictEqual(
      err(
        membersRejected([
          notOrganizationMember(stranger),
          roleConflict(cy, "member", "admin"),
          notOrganizationMember(nobody),
        ]),
      ),
    );
  });

  it("M3, M5: a partial batch adds the valid items and lists the rest, each list in input order", () => {
    const facts = workspaceFacts({
      organizationMembers: [ada, bo, cy, dee],
      assignments: [admin(ada), member(cy)],
    });
    const members = [member(stranger), member(dee), admin(ada), admin(cy), admin(bo)];

    const decision = decideAddMembers(facts, addMembers({ members, mode: "partial" }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([member(dee), admin(bo)].map(asAdded), { actor: ada, authority: "workspace_admin" }),
        outcome: {
          added: [member(dee), admin(bo)],
          unchanged: [admin(ada)],
          rejected: [notOrganizationMember(stranger), roleConflict(cy, "member", "admin")],
        },
      }),
    );
  });

  it("M3: a partial batch without a valid item succeeds and adds nobody", () => {
    const facts = workspaceFacts({ assignments: [admin(ada)] });

    const decision = decideAddMembers(facts, addMembers({ members: [member(stranger)], mode: "partial" }), context());

    expect(decision).toStrictEqual(
      ok({ events: [], outcome: { added: [], unchanged: [], rejected: [notOrganizationMember(stranger)] } }),
    );
  });

  it.each(["atomic", "partial"] as const)("M4: a user who already has the requested role is unchanged (%s)", (mode) => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(ada), member(bo)] });

    const decision = decideAddMembers(facts, addMembers({ members: [member(bo), admin(ada)], mode }), context());

    expect(decision).toStrictEqual(
      ok({ events: [], outcome: { added: [], unchanged: [member(bo), admin(ada)], rejected: [] } }),
    );
  });

  it.each([
    ["raise", member(bo), admin(bo)],
    ["lower", admin(bo), member(bo)],
  ])("M4: adding never changes a role: it does not %s one", (_, current, requested) => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(ada), current] });

    const decision = decideAddMembers(facts, addMembers({ members: [requested] }), context());

    expect(decision).toStrictEqual(err(membersRejected([roleConflict(bo, current.role, requested.role)])));
  });

  it("M4: a role in another workspace is not a conflict", () => {
    const facts = workspaceFacts({
      organizationMembers: [ada, bo],
      workspaces: [aWorkspace(), ops],
      assignments: [admin(ada), { ...admin(bo), workspaceId: ops.workspaceId }],
    });

    const decision = decideAddMembers(facts, addMembers({ members: [member(bo)] }), context());

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({ added: [member(bo)], unchanged: [], rejected: [] }),
    );
  });

  it("M6: accepts users whatever their organization role", () => {
    const facts = workspaceFacts({
      organizationMembers: [ada, billing(bo), organizationAdmin(cy), dee],
      assignments: [admin(ada)],
    });
    const members = [admin(bo), member(cy), admin(dee)];

    const decision = decideAddMembers(facts, addMembers({ members }), context());

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(ok({ added: members, unchanged: [], rejected: [] }));
  });

  it("numbers its events from the organization's newest event on", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo, cy], assignments: [admin(ada)], lastSequence: 41 });

    const decision = decideAddMembers(facts, addMembers({ members: [member(bo), member(cy)] }), context());

    expect(decision.map(({ events }) => events.map(({ sequence }) => sequence))).toStrictEqual(ok([42, 43]));
  });
});

describe("decideAddMembers: authorization", () => {
  it("A1: allows an admin of the workspace, whatever their organization role", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(ada)] });

    const decision = decideAddMembers(facts, addMembers({ actor: ada }), context());

    expect(decision.map(({ events }) => events)).toStrictEqual(
      ok(stamped([asAdded(member(bo))], { actor: ada, authority: "workspace_admin" })),
    );
  });

  it.each([
    ["a member of the workspace", { organizationMembers: [ada, bo], assignments: [member(ada)] }],
    ["an organization member without a role there", { organizationMembers: [ada, bo] }],
    ["a billing member", { organizationMembers: [billing(ada), bo] }],
    [
      "an admin of another workspace",
      { organizationMembers: [ada, bo], assignments: [{ ...admin(ada), workspaceId: ops.workspaceId }] },
    ],
  ])("A1: forbids %s", (_, parts) => {
    const facts = workspaceFacts({ ...parts, workspaces: [aWorkspace(), ops] });

    const decision = decideAddMembers(facts, addMembers({ actor: ada }), context());

    expect(decision).toStrictEqual(err(forbidden("members:manage")));
  });

  it("A1: checks permissions before it reveals anything about the batch", () => {
    const facts = workspaceFacts({ organizationMembers: [ada], assignments: [member(ada)] });

    const decision = decideAddMembers(facts, addMembers({ members: [member(stranger)] }), context());

    expect(decision).toStrictEqual(err(forbidden("members:manage")));
  });

  it("A7: refuses a stranger, even one who left and whose assignment was left behind", () => {
    const facts = workspaceFacts({ organizationMembers: [bo], assignments: [admin(ada)] });

    const decision = decideAddMembers(facts, addMembers({ actor: ada }), context());

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });

  it("A7: gives a stranger the same answer for a workspace that does not exist", () => {
    const decision = decideAddMembers(workspaceFacts({ workspaces: [] }), addMembers({ actor: stranger }), context());

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });

  it("A2: allows an organization admin without a workspace role, and gives them none", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo] });

    const decision = decideAddMembers(facts, addMembers({ members: [admin(bo)] }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([asAdded(admin(bo))], { actor: ada, authority: "organization_admin" }),
        outcome: { added: [admin(bo)], unchanged: [], rejected: [] },
      }),
    );
  });

  it("A2: allows an organization admin who is only a member of the workspace", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], assignments: [member(ada)] });

    const decision = decideAddMembers(facts, addMembers({ members: [admin(bo)] }), context());

    expect(decision.map(({ events }) => events)).toStrictEqual(
      ok(stamped([asAdded(admin(bo))], { actor: ada, authority: "organization_admin" })),
    );
  });

  it("A2: forbids an organization admin if policy.organizationAdminsAdminister is off", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo] });
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    const decision = decideAddMembers(facts, addMembers(), context({ policy }));

    expect(decision).toStrictEqual(err(forbidden("members:manage")));
  });

  it("A2: with that policy off, still allows them as an admin of the workspace", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], assignments: [admin(ada)] });
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    const decision = decideAddMembers(facts, addMembers(), context({ policy }));

    expect(decision.map(({ events }) => events)).toStrictEqual(
      ok(stamped([asAdded(member(bo))], { actor: ada, authority: "workspace_admin" })),
    );
  });

  it("allows a system, even with that policy off", () => {
    const facts = workspaceFacts({ organizationMembers: [bo] });
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    const decision = decideAddMembers(facts, addMembers({ actor: scim, members: [admin(bo)] }), context({ policy }));

    expect(decision.map(({ events }) => events)).toStrictEqual(
      ok(stamped([asAdded(admin(bo))], { actor: scim, authority: "system" })),
    );
  });

  it("a system that has the name of a user is not that user", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(ada)] });

    const decision = decideAddMembers(facts, addMembers({ actor: { system: ada } }), context());

    expect(decision.map(({ events }) => events)).toStrictEqual(
      ok(stamped([asAdded(member(bo))], { actor: { system: ada }, authority: "system" })),
    );
  });
});

describe("decideAddMembers: A3 with a host's own roles", () => {
  const workspaceRoles = defineWorkspaceRoles({
    owner: ["members:manage", "resources:use", "billing:manage"],
    inviter: ["members:manage", "resources:use"],
    viewer: ["resources:use"],
    nobody: [],
  });
  const facts = workspaceFacts({ organizationMembers: [ada, bo, cy], assignments: [holder("inviter", ada)] });

  it.each(["inviter", "viewer", "nobody"])("lets the actor grant what they hold: %s", (role) => {
    const decision = decideAddMembers(facts, addMembers({ members: [holder(role, bo)] }), context({ workspaceRoles }));

    expect(decision.map(({ outcome }) => outcome.added)).toStrictEqual(ok([holder(role, bo)]));
  });

  it("refuses a permission that the actor lacks, and names it", () => {
    const members = [holder("viewer", cy), holder("owner", bo)];

    const decision = decideAddMembers(facts, addMembers({ members }), context({ workspaceRoles }));

    expect(decision).toStrictEqual(err(forbidden("billing:manage")));
  });

  it("refuses the whole command, even in partial mode", () => {
    const members = [holder("viewer", cy), holder("owner", bo)];

    const decision = decideAddMembers(facts, addMembers({ members, mode: "partial" }), context({ workspaceRoles }));

    expect(decision).toStrictEqual(err(forbidden("billing:manage")));
  });

  it("refuses even if the user already holds the role", () => {
    const held = workspaceFacts({
      organizationMembers: [ada, bo],
      assignments: [holder("inviter", ada), holder("owner", bo)],
    });

    const decision = decideAddMembers(
      held,
      addMembers({ members: [holder("owner", bo)] }),
      context({ workspaceRoles }),
    );

    expect(decision).toStrictEqual(err(forbidden("billing:manage")));
  });

  it("lets an organization admin grant any role, because they could give it to themselves", () => {
    const administered = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo] });

    const decision = decideAddMembers(
      administered,
      addMembers({ members: [holder("owner", bo)] }),
      context({ workspaceRoles }),
    );

    expect(decision.map(({ outcome }) => outcome.added)).toStrictEqual(ok([holder("owner", bo)]));
  });

  it("records the authority used: organization admin if the workspace role does not suffice", () => {
    const both = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      assignments: [holder("inviter", ada)],
    });
    const events = (role: string) =>
      decideAddMembers(both, addMembers({ members: [holder(role, bo)] }), context({ workspaceRoles })).map((decision) =>
        decision.events.map(({ authority }) => authority),
      );

    expect([events("viewer"), events("owner")]).toStrictEqual([ok(["workspace_admin"]), ok(["organization_admin"])]);
  });

  it("gives the holder of a role that is no longer in the catalogue no permissions", () => {
    const stale = workspaceFacts({ organizationMembers: [ada, bo], assignments: [holder("retired", ada)] });

    const decision = decideAddMembers(
      stale,
      addMembers({ members: [holder("viewer", bo)] }),
      context({ workspaceRoles }),
    );

    expect(decision).toStrictEqual(err(forbidden("members:manage")));
  });
});

describe("decideAddMembers: the workspace", () => {
  it.each([
    ["its admin", { organizationMembers: [ada, bo], assignments: [admin(ada)] }, ada],
    ["an organization admin", { organizationMembers: [organizationAdmin(ada), bo] }, ada],
    ["a system", { organizationMembers: [bo] }, scim],
  ])("W3: an archived workspace refuses %s", (_, parts, actor) => {
    const facts = workspaceFacts({ ...parts, workspaces: [archived()] });

    const decision = decideAddMembers(facts, addMembers({ actor }), context());

    expect(decision).toStrictEqual(err(workspaceArchived()));
  });

  it("a workspace that does not exist is workspace_not_found", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], workspaces: [ops] });

    const decision = decideAddMembers(facts, addMembers({ workspaceId: asWorkspaceId("gone") }), context());

    expect(decision).toStrictEqual(err(workspaceNotFound()));
  });

  it("an organization that does not exist is organization_not_found", () => {
    const decision = decideAddMembers(noFacts(acme), addMembers(), context());

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });
});
