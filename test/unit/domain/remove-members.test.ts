import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { notWorkspaceMember } from "../../../src/domain/role-assignment/not-workspace-member.ts";
import { decideRemoveMembers } from "../../../src/domain/decisions/remove-members.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { context, removeMembers, scim, stamped } from "../../support/commands.ts";
import {
  admin,
  archived,
  aWorkspace,
  holder,
  member,
  ops,
  organizationAdmin,
  workspaceFacts,
} from "../../support/facts.ts";
import { ada, bo, cy, dee, web } from "../../support/ids.ts";

const facts = workspaceFacts({
  organizationMembers: [ada, bo, cy, dee],
  assignments: [admin(ada), member(bo), admin(cy)],
});

describe("decideRemoveMembers", () => {
  it("M8: removes roles in input order, and returns what they were", () => {
    const decision = decideRemoveMembers(facts, removeMembers({ userIds: [cy, bo] }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [admin(cy), member(bo)].map(
            (held) => ({ type: "workspace.member.removed", workspaceId: web, ...held }) as const,
          ),
          { actor: ada, authority: "workspace_admin" },
        ),
        outcome: { removed: [admin(cy), member(bo)], unchanged: [], rejected: [] },
      }),
    );
  });

  it("M3, M8: an atomic batch is refused with every non-member", () => {
    const decision = decideRemoveMembers(facts, removeMembers({ userIds: [dee, bo] }), context());

    expect(decision).toStrictEqual(err(membersRejected([notWorkspaceMember(dee)])));
  });

  it("M3: a partial batch removes the other members", () => {
    const decision = decideRemoveMembers(facts, removeMembers({ userIds: [dee, bo], mode: "partial" }), context());

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({ removed: [member(bo)], unchanged: [], rejected: [notWorkspaceMember(dee)] }),
    );
  });

  it.each(["atomic", "partial"] as const)("M9: refuses to remove all admins (%s)", (mode) => {
    const decision = decideRemoveMembers(facts, removeMembers({ userIds: [bo, cy, ada], mode }), context());

    expect(decision).toStrictEqual(err(lastWorkspaceAdmin([web])));
  });

  it("M9: lets an admin remove themselves if another one is left", () => {
    const decision = decideRemoveMembers(facts, removeMembers({ userIds: [ada] }), context());

    expect(decision.map(({ outcome }) => outcome.removed)).toStrictEqual(ok([admin(ada)]));
  });

  it("M9: does not count admins of another workspace", () => {
    const apart = workspaceFacts({
      organizationMembers: [ada, bo],
      workspaces: [aWorkspace(), ops],
      assignments: [admin(ada), { ...admin(bo), workspaceId: ops.workspaceId }],
    });

    expect(decideRemoveMembers(apart, removeMembers({ userIds: [ada] }), context())).toStrictEqual(
      err(lastWorkspaceAdmin([web])),
    );
  });

  it("removes a role that is no longer in the catalogue", () => {
    const stale = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(ada), holder("retired", bo)] });

    const decision = decideRemoveMembers(stale, removeMembers({ userIds: [bo] }), context());

    expect(decision.map(({ outcome }) => outcome.removed)).toStrictEqual(ok([holder("retired", bo)]));
  });

  it("A1: forbids an ordinary member, even for themselves: they leave instead", () => {
    expect(decideRemoveMembers(facts, removeMembers({ actor: bo, userIds: [bo] }), context())).toStrictEqual(
      err(forbidden("members:manage")),
    );
  });

  it("A2: allows an organization admin and a system", () => {
    const administered = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      assignments: [admin(cy), member(bo)],
    });

    const decisions = [ada, scim].map((actor) =>
      decideRemoveMembers(administered, removeMembers({ actor }), context()).map(({ events }) => events[0]?.authority),
    );

    expect(decisions).toStrictEqual([ok("organization_admin"), ok("system")]);
  });

  it("W3: refuses an archived workspace", () => {
    const put = workspaceFacts({ assignments: [admin(ada)], workspaces: [archived()] });

    expect(decideRemoveMembers(put, removeMembers(), context())).toStrictEqual(err(workspaceArchived()));
  });

  describe("A3: nobody removes a role that has a permission they could not give themselves", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "billing:manage"],
      inviter: ["members:manage"],
      guest: [],
    });
    const held = workspaceFacts({
      organizationMembers: [ada, bo, cy, dee],
      assignments: [holder("inviter", ada), holder("owner", bo), holder("owner", cy), holder("retired", dee)],
    });
    const remove = (parts: Parameters<typeof removeMembers>[0]) =>
      decideRemoveMembers(held, removeMembers(parts), context({ workspaceRoles })).map(({ outcome }) =>
        outcome.removed.map(({ userId }) => userId),
      );

    it("refuses the whole batch, even in partial mode", () => {
      const userIds = [dee, bo];

      expect([remove({ userIds }), remove({ userIds, mode: "partial" })]).toStrictEqual([
        err(forbidden("billing:manage")),
        err(forbidden("billing:manage")),
      ]);
    });

    it.each([
      ["their own role", ada, ada],
      ["a role that is no longer in the catalogue", ada, dee],
      ["a role no stronger than their own", cy, bo],
      ["a weaker role", cy, ada],
      ["any role, as a system", scim, bo],
    ])("lets them remove %s", (_, actor, userId) => {
      expect(remove({ actor, userIds: [userId] })).toStrictEqual(ok([userId]));
    });
  });
});
