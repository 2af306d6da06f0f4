import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { lastOrganizationAdmin } from "../../../src/domain/organization/last-organization-admin.ts";
import { decideRemoveOrganizationMembers } from "../../../src/domain/decisions/remove-organization-members.ts";
import type { NewEvent } from "../../../src/domain/facts/event.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { context, removeOrganizationMembers, scim, stamped } from "../../support/commands.ts";
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
import { ada, bo, cy, stranger, web } from "../../support/ids.ts";

const inOps = <Request extends object>(request: Request) => ({ ...request, workspaceId: ops.workspaceId });
const by = { actor: ada, authority: "organization_admin" } as const;
const leaves = (userId: typeof bo, role: "admin" | "billing" | "member" = "member"): NewEvent => ({
  type: "organization.member.removed",
  userId,
  role,
});
const loses = (request: ReturnType<typeof admin | typeof member>, workspaceId = web): NewEvent => ({
  type: "workspace.member.removed",
  workspaceId,
  ...request,
});

const facts = workspaceFacts({
  organizationMembers: [organizationAdmin(ada), bo, billing(cy)],
  workspaces: [aWorkspace(), ops],
  assignments: [admin(ada), member(bo), inOps(admin(bo)), inOps(admin(cy))],
});

describe("decideRemoveOrganizationMembers", () => {
  it("O4: removes all role assignments in the same commit, one event each", () => {
    const decision = decideRemoveOrganizationMembers(facts, removeOrganizationMembers({ userIds: [bo] }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([loses(admin(bo), ops.workspaceId), loses(member(bo)), leaves(bo)], by),
        outcome: { removed: [{ userId: bo, role: "member" }], unchanged: [], rejected: [] },
      }),
    );
  });

  it("O4: a user without workspaces only leaves the organization", () => {
    const decision = decideRemoveOrganizationMembers(
      workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], assignments: [admin(ada)] }),
      removeOrganizationMembers({ userIds: [bo] }),
      context(),
    );

    expect(decision.map(({ events }) => events)).toStrictEqual(ok(stamped([leaves(bo)], by)));
  });

  it("O4: removes roles in archived workspaces too", () => {
    const put = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo],
      workspaces: [archived()],
      assignments: [admin(bo)],
    });

    const decision = decideRemoveOrganizationMembers(put, removeOrganizationMembers(), context());

    expect(decision.map(({ events }) => events)).toStrictEqual(ok(stamped([loses(admin(bo)), leaves(bo)], by)));
  });

  it("O4: names every workspace that would be left without an admin, in byte order", () => {
    const alone = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo],
      workspaces: [aWorkspace(), ops],
      assignments: [admin(bo), inOps(admin(bo)), inOps(member(ada))],
    });

    const decision = decideRemoveOrganizationMembers(alone, removeOrganizationMembers(), context());

    expect(decision).toStrictEqual(err(lastWorkspaceAdmin([ops.workspaceId, web])));
  });

  it("O4: makes the successor admin of those workspaces only, in the same commit, added or promoted", () => {
    const other = aWorkspace({ workspaceId: "z" as typeof web, name: "Z" });
    const alone = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      workspaces: [aWorkspace(), ops, other],
      assignments: [admin(bo), inOps(admin(bo)), inOps(member(cy)), { ...admin(ada), workspaceId: other.workspaceId }],
    });

    const decision = decideRemoveOrganizationMembers(
      alone,
      removeOrganizationMembers({ userIds: [bo], successor: cy }),
      context(),
    );

    expect(decision).toStrictEqual(
      ok({
        events: stamped(
          [
            loses(admin(bo), ops.workspaceId),
            loses(admin(bo)),
            leaves(bo),
            {
              type: "workspace.member.role_changed",
              workspaceId: ops.workspaceId,
              ...admin(cy),
              previousRole: "member",
            },
            { type: "workspace.member.added", workspaceId: web, ...admin(cy) },
          ],
          by,
        ),
        outcome: { removed: [{ userId: bo, role: "member" }], unchanged: [], rejected: [] },
      }),
    );
  });

  it("O4, A6: gives the successor the first role of the catalogue", () => {
    const workspaceRoles = defineWorkspaceRoles({ owner: ["members:manage"], guest: [] });
    const owned = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      assignments: [holder("owner", bo), holder("guest", cy)],
    });

    const decision = decideRemoveOrganizationMembers(
      owned,
      removeOrganizationMembers({ successor: cy }),
      context({ workspaceRoles }),
    );

    expect(decision.map(({ events }) => events.slice(2))).toStrictEqual(
      ok(
        stamped(
          [
            {
              type: "workspace.member.role_changed",
              workspaceId: web,
              ...holder("owner", cy),
              previousRole: "guest",
            },
          ],
          { ...by, after: 102 },
        ),
      ),
    );
  });

  it("O4: gives a successor who is not needed nothing", () => {
    const decision = decideRemoveOrganizationMembers(facts, removeOrganizationMembers({ successor: ada }), context());

    expect(decision.map(({ events }) => events.length)).toStrictEqual(ok(3));
  });

  it("O4: requires the successor to be an organization member", () => {
    expect(
      decideRemoveOrganizationMembers(facts, removeOrganizationMembers({ successor: stranger }), context()),
    ).toStrictEqual(err(notOrganizationMember(stranger)));
  });

  it("M3: an atomic batch is refused with every non-member, a partial one removes the others", () => {
    const remove = (mode: "atomic" | "partial") =>
      decideRemoveOrganizationMembers(
        facts,
        removeOrganizationMembers({ userIds: [stranger, bo], mode }),
        context(),
      ).map(({ outcome }) => outcome);

    expect([remove("atomic"), remove("partial")]).toStrictEqual([
      err(membersRejected([notOrganizationMember(stranger)])),
      ok({ removed: [{ userId: bo, role: "member" }], unchanged: [], rejected: [notOrganizationMember(stranger)] }),
    ]);
  });

  it("O2: refuses to remove the last admin of the organization", () => {
    const decision = decideRemoveOrganizationMembers(
      facts,
      removeOrganizationMembers({ userIds: [ada], successor: bo }),
      context(),
    );

    expect(decision).toStrictEqual(err(lastOrganizationAdmin()));
  });

  describe("A3: naming a successor grants a role", () => {
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };
    const alone = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      workspaces: [aWorkspace(), ops],
      assignments: [admin(bo), inOps(admin(bo)), inOps(admin(ada))],
    });
    const remove = (
      parts: Parameters<typeof removeOrganizationMembers>[0],
      on = alone,
      parted: Parameters<typeof context>[0] = { policy },
    ) =>
      decideRemoveOrganizationMembers(on, removeOrganizationMembers(parts), context(parted)).map(({ events }) =>
        events.flatMap((event) => (event.type === "workspace.member.added" ? [event.userId] : [])),
      );

    it.each([
      ["themselves", ada],
      ["another", cy],
    ])("an organization admin who does not administer workspaces cannot name anyone, %s included", (_, successor) => {
      expect(remove({ userIds: [bo], successor })).toStrictEqual(err(forbidden("members:manage")));
    });

    it("a system can name anyone", () => {
      expect(remove({ actor: scim, userIds: [bo], successor: cy })).toStrictEqual(ok([cy]));
    });

    it("an actor who leaves can name a successor by the role that they still hold", () => {
      const own = workspaceFacts({
        organizationMembers: [organizationAdmin(ada), organizationAdmin(bo)],
        assignments: [admin(ada)],
      });

      expect(remove({ userIds: [ada], successor: bo }, own)).toStrictEqual(ok([bo]));
    });

    it("a role that lacks a permission of the successor's new role is not enough", () => {
      const workspaceRoles = defineWorkspaceRoles({
        owner: ["members:manage", "billing:manage"],
        inviter: ["members:manage"],
      });
      const owned = workspaceFacts({
        organizationMembers: [organizationAdmin(ada), organizationAdmin(bo), cy],
        assignments: [holder("inviter", ada)],
      });

      expect(remove({ userIds: [ada], successor: bo }, owned, { policy, workspaceRoles })).toStrictEqual(
        err(forbidden("billing:manage")),
      );
    });

    it("the actor must also be able to remove the successor's previous role", () => {
      const workspaceRoles = defineWorkspaceRoles({ owner: ["members:manage"], treasurer: ["billing:manage"] });
      const owned = workspaceFacts({
        organizationMembers: [organizationAdmin(ada), organizationAdmin(bo)],
        assignments: [holder("owner", ada), holder("treasurer", bo)],
      });

      expect(remove({ userIds: [ada], successor: bo }, owned, { policy, workspaceRoles })).toStrictEqual(
        err(forbidden("billing:manage")),
      );
    });

    it("a successor who is not needed is not checked", () => {
      expect(remove({ userIds: [cy], successor: ada })).toStrictEqual(ok([]));
    });

    it("the removal itself is not authorized per workspace: it is always possible", () => {
      const workspaceRoles = defineWorkspaceRoles({ owner: ["members:manage", "billing:manage"], guest: [] });
      const owned = workspaceFacts({
        organizationMembers: [organizationAdmin(ada), bo, cy],
        assignments: [holder("owner", bo), holder("owner", cy)],
      });

      expect(remove({ userIds: [bo] }, owned, { policy, workspaceRoles })).toStrictEqual(ok([]));
    });

    it("through a roster: possible only if the actor's own role is the one that ends", async () => {
      const roster = rosterOn(await acmeStorage(), { policy });
      const acme = { organizationId: "acme", actor: { userId: "ada" } };
      const byScim = { organizationId: "acme", actor: scim };
      valueOf(await roster.createWorkspace({ ...byScim, workspaceId: "bos", name: "Bo's", admin: "bo" }));
      const eve = { userId: "eve", role: "admin" as const, displayName: "Eve" };
      valueOf(await roster.addOrganizationMembers({ ...byScim, members: [eve] }));

      const bosToo = await roster.removeOrganizationMembers({ ...acme, userIds: ["ada", "bo"], successor: "cy" });
      const own = await roster.removeOrganizationMembers({ ...acme, userIds: ["ada"], successor: "cy" });

      expect([bosToo, own.map(({ removed }) => removed)]).toStrictEqual([
        err(forbidden("members:manage")),
        ok([{ userId: "ada", role: "admin" }]),
      ]);
    });
  });

  it.each([
    ["an ordinary member", bo, forbidden("organization:admin")],
    ["a stranger", stranger, organizationNotFound()],
  ])("A1: refuses %s", (_, actor, refusal) => {
    expect(decideRemoveOrganizationMembers(facts, removeOrganizationMembers({ actor }), context())).toStrictEqual(
      err(refusal),
    );
  });
});
