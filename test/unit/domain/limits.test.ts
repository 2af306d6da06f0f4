import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { decideAddOrganizationMembers } from "../../../src/domain/decisions/add-organization-members.ts";
import { organizationMemberLimit } from "../../../src/domain/organization/organization-member-limit.ts";
import { decideAddMembers } from "../../../src/domain/decisions/add-members.ts";
import { defaultPolicy, type Limits } from "../../../src/domain/values/policy.ts";
import { decideCreateWorkspace } from "../../../src/domain/decisions/create-workspace.ts";
import { workspaceLimit } from "../../../src/domain/workspace/workspace-limit.ts";
import { workspaceMemberLimit } from "../../../src/domain/workspace/workspace-member-limit.ts";
import { addMembers, addOrganizationMembers, context, createWorkspace } from "../../support/commands.ts";
import { aColleague, admin, archived, member, ops, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, dee, stranger } from "../../support/ids.ts";

const limited = (limits: Limits) => context({ policy: { ...defaultPolicy, limits } });

describe("policy.limits", () => {
  it("membersPerOrganization counts only new members, so a resend to a full organization succeeds", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo] });
    const add = (limit: number, ...members: readonly ReturnType<typeof aColleague>[]) =>
      decideAddOrganizationMembers(
        facts,
        addOrganizationMembers({ members }),
        limited({ membersPerOrganization: limit }),
      ).map(({ outcome }) => outcome.added.length);

    expect([
      add(3, aColleague(bo), aColleague(cy)),
      add(3, aColleague(cy), aColleague(dee)),
      add(1, aColleague(bo)),
    ]).toStrictEqual([ok(1), err(organizationMemberLimit(3, 4)), ok(0)]);
  });

  it("membersPerWorkspace counts only new members in both modes, so a resend to a full workspace succeeds", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo, cy, dee], assignments: [admin(ada), member(bo)] });
    const add = (limit: number, ...members: readonly ReturnType<typeof member>[]) =>
      decideAddMembers(facts, addMembers({ members, mode: "partial" }), limited({ membersPerWorkspace: limit })).map(
        ({ outcome }) => outcome.added.length,
      );

    expect([
      add(3, member(bo), member(cy), member(stranger)),
      add(3, member(cy), member(dee)),
      add(1, member(bo)),
    ]).toStrictEqual([ok(1), err(workspaceMemberLimit(3, 4)), ok(0)]);
  });

  it("membersPerWorkspace counts all first members of a new workspace", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, cy], workspaces: [] });
    const create = (limit: number) =>
      decideCreateWorkspace(facts, createWorkspace({ addEveryone: true }), limited({ membersPerWorkspace: limit })).map(
        ({ outcome }) => outcome.added.length,
      );

    expect([create(3), create(2)]).toStrictEqual([ok(3), err(workspaceMemberLimit(2, 3))]);
  });

  it("activeWorkspacesPerOrganization counts only active workspaces", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)], workspaces: [ops, archived()] });
    const create = (limit: number) =>
      decideCreateWorkspace(
        facts,
        createWorkspace({ workspaceId: null, name: "New" }),
        limited({ activeWorkspacesPerOrganization: limit }),
      ).map(({ outcome }) => outcome.workspaceId);

    expect([create(2), create(1)]).toStrictEqual([ok("fresh-1"), err(workspaceLimit(1, 2))]);
  });
});
