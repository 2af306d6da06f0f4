import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { decideRestoreWorkspace } from "../../../src/domain/decisions/restore-workspace.ts";
import { workspaceLimit } from "../../../src/domain/workspace/workspace-limit.ts";
import { workspaceMemberLimit } from "../../../src/domain/workspace/workspace-member-limit.ts";
import { workspaceNameTaken } from "../../../src/domain/workspace/workspace-name-taken.ts";
import { workspaceNotArchived } from "../../../src/domain/workspace/workspace-not-archived.ts";
import { workspaceNotFound } from "../../../src/domain/workspace/workspace-not-found.ts";
import { context, restoreWorkspace, scim, stamped } from "../../support/commands.ts";
import { admin, archived, aWorkspace, member, ops, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, asWorkspaceId, bo, cy, stranger, web } from "../../support/ids.ts";

const parts = {
  organizationMembers: [organizationAdmin(ada), bo, cy],
  workspaces: [archived({ description: "The shop" }), ops],
};
const facts = workspaceFacts({ ...parts, assignments: [admin(bo)] });
const orphaned = workspaceFacts({ ...parts, assignments: [member(bo)] });
const restored = { type: "workspace.restored", workspaceId: web } as const;
const by = { actor: ada, authority: "organization_admin" } as const;
const outcome = { workspaceId: web, name: "Web", description: "The shop", newAdmin: null };

describe("decideRestoreWorkspace", () => {
  it("W3: makes the workspace active again, with its remaining members", () => {
    const decision = decideRestoreWorkspace(facts, restoreWorkspace(), context());

    expect(decision).toStrictEqual(ok({ events: stamped([restored], by), outcome }));
  });

  it("W3: renames it in the same commit", () => {
    const decision = decideRestoreWorkspace(facts, restoreWorkspace({ name: "Shop" }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [{ type: "workspace.updated", workspaceId: web, name: "Shop", description: "The shop" }, restored],
          by,
        ),
        outcome: { ...outcome, name: "Shop" },
      }),
    );
  });

  it("W2: is refused if the name was taken meanwhile, until another one is given", () => {
    const taken = workspaceFacts({
      ...parts,
      workspaces: [archived(), aWorkspace({ workspaceId: ops.workspaceId, name: "WEB" })],
      assignments: [admin(bo)],
    });

    expect([
      decideRestoreWorkspace(taken, restoreWorkspace(), context()),
      decideRestoreWorkspace(taken, restoreWorkspace({ name: "Web 2" }), context()).isOk(),
    ]).toStrictEqual([err(workspaceNameTaken(ops.workspaceId, "Web")), true]);
  });

  it("policy.limits: is refused if the named admin would exceed the limit, but not if they are already a member", () => {
    const full = context({ policy: { ...defaultPolicy, limits: { membersPerWorkspace: 1 } } });

    expect([
      decideRestoreWorkspace(orphaned, restoreWorkspace({ admin: cy }), full),
      decideRestoreWorkspace(orphaned, restoreWorkspace({ admin: bo }), full).isOk(),
    ]).toStrictEqual([err(workspaceMemberLimit(1, 2)), true]);
  });

  it("M9: is refused if no admin is left, until one is named", () => {
    expect([
      decideRestoreWorkspace(orphaned, restoreWorkspace(), context()),
      decideRestoreWorkspace(orphaned, restoreWorkspace({ admin: bo }), context()),
      decideRestoreWorkspace(orphaned, restoreWorkspace({ admin: cy }), context()),
    ]).toStrictEqual([
      err(lastWorkspaceAdmin([web])),
      ok({
        events: stamped(
          [restored, { type: "workspace.member.role_changed", workspaceId: web, ...admin(bo), previousRole: "member" }],
          by,
        ),
        outcome: { ...outcome, newAdmin: bo },
      }),
      ok({
        events: stamped([restored, { type: "workspace.member.added", workspaceId: web, ...admin(cy) }], by),
        outcome: { ...outcome, newAdmin: cy },
      }),
    ]);
  });

  it("M9: gives a named admin who is not needed nothing, and says so in the outcome", () => {
    const decision = decideRestoreWorkspace(facts, restoreWorkspace({ admin: cy }), context());

    expect(decision).toStrictEqual(ok({ events: stamped([restored], by), outcome }));
  });

  it("M1: requires the named admin to be an organization member", () => {
    expect(decideRestoreWorkspace(facts, restoreWorkspace({ admin: stranger }), context())).toStrictEqual(
      err(notOrganizationMember(stranger)),
    );
  });

  it("counts against policy.limits.activeWorkspacesPerOrganization", () => {
    const policy = { ...defaultPolicy, limits: { activeWorkspacesPerOrganization: 1 } };

    expect(decideRestoreWorkspace(facts, restoreWorkspace(), context({ policy }))).toStrictEqual(
      err(workspaceLimit(1, 2)),
    );
  });

  it("refuses an active workspace", () => {
    const active = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });

    expect(decideRestoreWorkspace(active, restoreWorkspace(), context())).toStrictEqual(err(workspaceNotArchived()));
  });

  it.each([
    ["its own admin, because it grants no permissions", bo, forbidden("settings:manage")],
    ["an organization member", cy, forbidden("settings:manage")],
    ["a stranger", stranger, organizationNotFound()],
  ])("W3: refuses %s", (_, actor, refusal) => {
    expect(decideRestoreWorkspace(facts, restoreWorkspace({ actor }), context())).toStrictEqual(err(refusal));
  });

  it("A3: an actor who could not grant the role cannot restore, and so names no admin", () => {
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };
    const empty = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo],
      workspaces: [archived()],
      assignments: [member(bo)],
    });
    const restore = (actor: typeof ada) =>
      decideRestoreWorkspace(empty, restoreWorkspace({ actor, admin: actor }), context({ policy }));

    expect([restore(ada), restore(bo)]).toStrictEqual([
      err(forbidden("settings:manage")),
      err(forbidden("settings:manage")),
    ]);
  });

  it("A2: with policy.organizationAdminsAdminister off, only a system may restore", () => {
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };
    const restore = (actor: typeof ada | typeof scim) =>
      decideRestoreWorkspace(facts, restoreWorkspace({ actor }), context({ policy })).map(
        ({ events }) => events[0]?.authority,
      );

    expect([restore(ada), restore(scim)]).toStrictEqual([err(forbidden("settings:manage")), ok("system")]);
  });

  it("a workspace that does not exist is workspace_not_found", () => {
    expect(
      decideRestoreWorkspace(facts, restoreWorkspace({ workspaceId: asWorkspaceId("gone") }), context()),
    ).toStrictEqual(err(workspaceNotFound()));
  });
});
