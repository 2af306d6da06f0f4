import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { decideChangeRoles } from "../../../src/domain/decisions/change-roles.ts";
import { notWorkspaceMember } from "../../../src/domain/role-assignment/not-workspace-member.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { changeRoles, context, scim, stamped } from "../../support/commands.ts";
import { admin, archived, billing, holder, member, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, dee, stranger, web } from "../../support/ids.ts";

const facts = workspaceFacts({
  organizationMembers: [ada, bo, cy, dee],
  assignments: [admin(ada), member(bo), member(cy)],
});
const changed = (userId: typeof bo, role: string, previousRole: string) =>
  ({ type: "workspace.member.role_changed", workspaceId: web, userId, role, previousRole }) as const;

describe("decideChangeRoles", () => {
  it("M8: changes the roles of members in input order, and records the previous ones", () => {
    const decision = decideChangeRoles(facts, changeRoles({ members: [admin(cy), admin(bo)] }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([changed(cy, "admin", "member"), changed(bo, "admin", "member")], {
          actor: ada,
          authority: "workspace_admin",
        }),
        outcome: { changed: [admin(cy), admin(bo)], unchanged: [], rejected: [] },
      }),
    );
  });

  it("M8: rejects every non-member and adds nobody", () => {
    const members = [member(dee), admin(bo), admin(stranger)];

    const decision = decideChangeRoles(facts, changeRoles({ members }), context());

    expect(decision).toStrictEqual(err(membersRejected([notWorkspaceMember(dee), notWorkspaceMember(stranger)])));
  });

  it("M3: a partial batch changes the valid items and lists the rest", () => {
    const members = [member(dee), admin(bo), member(cy)];

    const decision = decideChangeRoles(facts, changeRoles({ members, mode: "partial" }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([changed(bo, "admin", "member")], { actor: ada, authority: "workspace_admin" }),
        outcome: { changed: [admin(bo)], unchanged: [member(cy)], rejected: [notWorkspaceMember(dee)] },
      }),
    );
  });

  it.each(["atomic", "partial"] as const)("M9: refuses the whole batch if it demotes the last admin (%s)", (mode) => {
    const decision = decideChangeRoles(facts, changeRoles({ members: [member(ada), admin(dee)], mode }), context());

    const refusal = mode === "atomic" ? membersRejected([notWorkspaceMember(dee)]) : lastWorkspaceAdmin([web]);
    expect(decision).toStrictEqual(err(refusal));
  });

  it.each([[[member(ada), admin(bo)]], [[admin(bo), member(ada)]]])(
    "M9: judges the end state of the batch, whatever its order: %j",
    (members) => {
      const decision = decideChangeRoles(facts, changeRoles({ members }), context());

      expect(decision.map(({ outcome }) => outcome.changed)).toStrictEqual(ok(members));
    },
  );

  it("M9, A6: an admin is anyone who may manage members", () => {
    const workspaceRoles = defineWorkspaceRoles({ owner: ["members:manage"], inviter: ["members:manage"], guest: [] });
    const owned = workspaceFacts({ organizationMembers: [ada], assignments: [holder("owner", ada)] });
    const change = (role: string) =>
      decideChangeRoles(owned, changeRoles({ members: [holder(role, ada)] }), context({ workspaceRoles }));

    expect([change("inviter").isOk(), change("guest")]).toStrictEqual([true, err(lastWorkspaceAdmin([web]))]);
  });

  it("M9: a workspace that had no admin before can be repaired step by step", () => {
    const lost = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      assignments: [member(bo), holder("retired", cy)],
    });

    const decision = decideChangeRoles(lost, changeRoles({ members: [member(cy)] }), context());

    expect(decision.map(({ outcome }) => outcome.changed)).toStrictEqual(ok([member(cy)]));
  });

  it("M6: neither changes nor requires an organization role", () => {
    const mixed = workspaceFacts({ organizationMembers: [ada, billing(bo)], assignments: [admin(ada), member(bo)] });

    const decision = decideChangeRoles(mixed, changeRoles({ members: [admin(bo)] }), context());

    expect(decision.map(({ events }) => events.map(({ type }) => type))).toStrictEqual(
      ok(["workspace.member.role_changed"]),
    );
  });

  it("A1: forbids an ordinary member, even for their own role", () => {
    const decision = decideChangeRoles(facts, changeRoles({ actor: bo, members: [admin(bo)] }), context());

    expect(decision).toStrictEqual(err(forbidden("members:manage")));
  });

  it("A2: allows an organization admin and a system", () => {
    const administered = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      assignments: [admin(cy), member(bo)],
    });
    const authorityOf = (actor: typeof ada | typeof scim) =>
      decideChangeRoles(administered, changeRoles({ actor, members: [admin(bo)] }), context()).map(({ events }) =>
        events.map(({ authority }) => authority),
      );

    expect([authorityOf(ada), authorityOf(scim)]).toStrictEqual([ok(["organization_admin"]), ok(["system"])]);
  });

  it("A3: nobody grants a permission that they could not give themselves", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "billing:manage"],
      inviter: ["members:manage"],
      guest: [],
    });
    const held = workspaceFacts({
      organizationMembers: [ada, bo, cy],
      assignments: [holder("owner", cy), holder("inviter", ada), holder("guest", bo)],
    });

    const decision = decideChangeRoles(
      held,
      changeRoles({ members: [holder("owner", bo)] }),
      context({ workspaceRoles }),
    );

    expect(decision).toStrictEqual(err(forbidden("billing:manage")));
  });

  describe("A3: nobody changes a role that has a permission they could not give themselves", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "billing:manage"],
      inviter: ["members:manage"],
      guest: [],
    });
    const held = workspaceFacts({
      organizationMembers: [organizationAdmin(dee), ada, bo, cy],
      assignments: [holder("owner", cy), holder("inviter", ada), holder("retired", bo), holder("owner", dee)],
    });
    const change = (parts: Parameters<typeof changeRoles>[0]) =>
      decideChangeRoles(held, changeRoles(parts), context({ workspaceRoles })).map(({ outcome }) => outcome.changed);

    it("refuses the whole batch, even in partial mode", () => {
      const members = [holder("inviter", bo), holder("guest", cy)];

      expect([change({ members }), change({ members, mode: "partial" })]).toStrictEqual([
        err(forbidden("billing:manage")),
        err(forbidden("billing:manage")),
      ]);
    });

    it("checks this before it reveals who is not a member", () => {
      expect(change({ members: [holder("guest", stranger), holder("guest", cy)] })).toStrictEqual(
        err(forbidden("billing:manage")),
      );
    });

    it.each([
      ["their own role", ada, holder("guest", ada)],
      ["a role that is no longer in the catalogue", ada, holder("guest", bo)],
      ["a role no stronger than their own", cy, holder("guest", ada)],
      ["any role, as an organization admin", dee, holder("guest", cy)],
      ["any role, as a system", scim, holder("guest", cy)],
    ])("lets them change %s", (_, actor, item) => {
      expect(change({ actor, members: [item] })).toStrictEqual(ok([item]));
    });

    it("forbids an organization admin who does not administer workspaces", () => {
      const policy = { ...defaultPolicy, organizationAdminsAdminister: false };
      const facts = workspaceFacts({
        organizationMembers: [organizationAdmin(ada), cy],
        assignments: [holder("owner", cy), holder("inviter", ada)],
      });

      const decision = decideChangeRoles(
        facts,
        changeRoles({ members: [holder("guest", cy)] }),
        context({ workspaceRoles, policy }),
      );

      expect(decision).toStrictEqual(err(forbidden("billing:manage")));
    });
  });

  it("W3: refuses an archived workspace", () => {
    const put = workspaceFacts({ assignments: [admin(ada)], workspaces: [archived()] });

    expect(decideChangeRoles(put, changeRoles(), context())).toStrictEqual(err(workspaceArchived()));
  });
});
