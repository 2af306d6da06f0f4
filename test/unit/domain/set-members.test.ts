import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { MemberRole } from "../../../src/domain/role-assignment/role-assignment.ts";
import { decideSetMembers } from "../../../src/domain/decisions/set-members.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { workspaceMemberLimit } from "../../../src/domain/workspace/workspace-member-limit.ts";
import { context, setMembers, stamped } from "../../support/commands.ts";
import { admin, archived, holder, member, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, dee, stranger, web } from "../../support/ids.ts";

const facts = workspaceFacts({
  organizationMembers: [ada, bo, cy, dee],
  assignments: [admin(ada), member(bo)],
});

describe("decideSetMembers", () => {
  it("M8: adds and changes in input order, so that each user holds the requested role", () => {
    const members = [member(dee), admin(bo), admin(ada), admin(cy)];

    const decision = decideSetMembers(facts, setMembers({ members }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            { type: "workspace.member.added", workspaceId: web, ...member(dee) },
            { type: "workspace.member.role_changed", workspaceId: web, ...admin(bo), previousRole: "member" },
            { type: "workspace.member.added", workspaceId: web, ...admin(cy) },
          ],
          { actor: ada, authority: "workspace_admin" },
        ),
        outcome: { added: [member(dee), admin(cy)], changed: [admin(bo)], unchanged: [admin(ada)], rejected: [] },
      }),
    );
  });

  it("M8: is safe to repeat", () => {
    const members = [admin(ada), member(bo)];

    const decision = decideSetMembers(facts, setMembers({ members }), context());

    expect(decision).toStrictEqual(
      ok({ events: [], outcome: { added: [], changed: [], unchanged: members, rejected: [] } }),
    );
  });

  it("M1, M3: an atomic batch is refused with every non-member of the organization", () => {
    const decision = decideSetMembers(facts, setMembers({ members: [member(stranger), admin(bo)] }), context());

    expect(decision).toStrictEqual(err(membersRejected([notOrganizationMember(stranger)])));
  });

  it("M3: a partial batch applies the valid items and lists the rest", () => {
    const decision = decideSetMembers(
      facts,
      setMembers({ members: [member(stranger), member(cy)], mode: "partial" }),
      context(),
    );

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({ added: [member(cy)], changed: [], unchanged: [], rejected: [notOrganizationMember(stranger)] }),
    );
  });

  it("M9: keeps the last admin, judged by the end state", () => {
    const set = (...members: readonly ReturnType<typeof member | typeof admin>[]) =>
      decideSetMembers(facts, setMembers({ members }), context());

    expect([set(member(ada)), set(member(ada), admin(cy)).isOk()]).toStrictEqual([
      err(lastWorkspaceAdmin([web])),
      true,
    ]);
  });

  it("counts only new members against policy.limits.membersPerWorkspace", () => {
    const policy = { ...defaultPolicy, limits: { membersPerWorkspace: 3 } };
    const set = (...members: readonly ReturnType<typeof member | typeof admin>[]) =>
      decideSetMembers(facts, setMembers({ members }), context({ policy })).map(({ outcome }) => outcome.added.length);

    expect([set(admin(bo), member(cy)), set(member(cy), member(dee))]).toStrictEqual([
      ok(1),
      err(workspaceMemberLimit(3, 4)),
    ]);
  });

  it("A1: forbids an ordinary member", () => {
    expect(decideSetMembers(facts, setMembers({ actor: bo }), context())).toStrictEqual(
      err(forbidden("members:manage")),
    );
  });

  describe("A3: nobody changes a role that has a permission they could not give themselves", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "billing:manage"],
      inviter: ["members:manage"],
      guest: [],
    });
    const held = workspaceFacts({
      organizationMembers: [ada, bo, cy, dee],
      assignments: [holder("inviter", ada), holder("owner", bo), holder("owner", cy)],
    });
    const set = (actor: typeof ada, ...members: readonly MemberRole[]) =>
      decideSetMembers(held, setMembers({ actor, members }), context({ workspaceRoles })).map(({ outcome }) => [
        outcome.added,
        outcome.changed,
      ]);

    it("refuses the whole batch", () => {
      expect(set(ada, holder("guest", dee), holder("guest", bo))).toStrictEqual(err(forbidden("billing:manage")));
    });

    it("allows actors who could grant it", () => {
      expect(set(cy, holder("guest", dee), holder("guest", bo))).toStrictEqual(
        ok([[holder("guest", dee)], [holder("guest", bo)]]),
      );
    });

    it("lets actors lower their own role", () => {
      expect(set(ada, holder("guest", ada))).toStrictEqual(ok([[], [holder("guest", ada)]]));
    });
  });

  it("W3: refuses an archived workspace", () => {
    const put = workspaceFacts({ assignments: [admin(ada)], workspaces: [archived()] });

    expect(decideSetMembers(put, setMembers(), context())).toStrictEqual(err(workspaceArchived()));
  });
});
