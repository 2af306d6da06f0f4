import { describe, expect, it } from "vitest";
import { assignmentKey, type MemberRole } from "../../../src/domain/role-assignment/role-assignment.ts";
import type { NewEvent, RosterEvent } from "../../../src/domain/facts/event.ts";
import { evolve } from "../../../src/domain/facts/evolve.ts";
import { noFacts } from "../../../src/domain/facts/organization-facts.ts";
import type { Workspace } from "../../../src/domain/workspace/workspace.ts";
import { context, stamped } from "../../support/commands.ts";
import { aColleague, admin, aWorkspace, member, ops, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { acme, ada, bo, cy, web } from "../../support/ids.ts";

const at = context().now;

function events(after: number, ...newEvents: readonly NewEvent[]): readonly RosterEvent[] {
  return stamped(newEvents, { actor: ada, authority: "organization_admin", after });
}

const created: NewEvent = { type: "organization.created", name: "Acme" };
const joined = (colleague = aColleague(bo)): NewEvent => ({ type: "organization.member.added", ...colleague });
const opened: NewEvent = { type: "workspace.created", workspaceId: web, name: "Web", description: "The shop" };
const added = (request: MemberRole = member(bo)): NewEvent => ({
  type: "workspace.member.added",
  workspaceId: web,
  ...request,
});

describe("evolve", () => {
  it("organization.created gives an organization without members", () => {
    const facts = evolve(noFacts(acme), events(0, created));

    expect(facts).toStrictEqual({
      ...noFacts(acme),
      lastSequence: 1,
      lastAt: at,
      organization: { name: "Acme", memberCount: 0, adminCount: 0, activeWorkspaceCount: 0, createdAt: at },
    });
  });

  it("organization.member.added adds the member and counts members and admins", () => {
    const before = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });

    const facts = evolve(before, events(100, joined(), joined(organizationAdmin(cy))));

    expect(facts).toStrictEqual({
      ...workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, organizationAdmin(cy)] }),
      lastSequence: 102,
      lastAt: at,
    });
  });

  it("workspace.created adds an active workspace without members and counts it", () => {
    const before = workspaceFacts({ workspaces: [ops] });

    const facts = evolve(before, events(100, opened));

    expect(facts).toStrictEqual({
      ...workspaceFacts({ workspaces: [ops, aWorkspace({ description: "The shop", createdAt: at })] }),
      lastSequence: 101,
      lastAt: at,
    });
  });

  it("workspace.member.added adds the assignment with the event's sequence and counts the role", () => {
    const before = workspaceFacts({ organizationMembers: [ada, bo, cy], assignments: [admin(ada)] });

    const facts = evolve(before, events(100, added(), added(admin(cy))));

    expect(facts).toStrictEqual({
      ...before,
      lastSequence: 102,
      lastAt: at,
      workspaces: new Map([
        [
          web,
          aWorkspace({
            roleCounts: [
              ["admin", 2],
              ["member", 1],
            ],
          }),
        ],
      ]),
      assignments: new Map([
        ...before.assignments,
        [assignmentKey(web, bo), { workspaceId: web, userId: bo, role: "member", sequence: 101 }],
        [assignmentKey(web, cy), { workspaceId: web, userId: cy, role: "admin", sequence: 102 }],
      ]),
    });
  });

  it("organization.member.role_changed changes the role and the number of admins", () => {
    const before = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo], assignments: [admin(bo)] });
    const change = (userId: typeof bo, role: "admin" | "billing", previousRole: "admin" | "member"): NewEvent => ({
      type: "organization.member.role_changed",
      userId,
      role,
      previousRole,
    });

    const facts = evolve(before, events(100, change(bo, "admin", "member"), change(ada, "billing", "admin")));

    expect(facts).toStrictEqual({
      ...workspaceFacts({
        organizationMembers: [aColleague(ada, "billing"), organizationAdmin(bo)],
        assignments: [admin(bo)],
      }),
      lastSequence: 102,
      lastAt: at,
    });
  });

  it("organization.member.profile_changed changes name and email only", () => {
    const profile = { displayName: "Bo", email: null };

    const facts = evolve(
      workspaceFacts({ organizationMembers: [organizationAdmin(bo)] }),
      events(100, { type: "organization.member.profile_changed", userId: bo, ...profile }),
    );

    expect(facts).toStrictEqual({
      ...workspaceFacts({ organizationMembers: [{ ...organizationAdmin(bo), ...profile }] }),
      lastSequence: 101,
      lastAt: at,
    });
  });

  it("organization.member.removed removes the member and updates both counts", () => {
    const before = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo, organizationAdmin(cy)] });

    const facts = evolve(
      before,
      events(
        100,
        { type: "organization.member.removed", userId: bo, role: "member" },
        { type: "organization.member.removed", userId: cy, role: "admin" },
      ),
    );

    expect(facts).toStrictEqual({
      ...workspaceFacts({ organizationMembers: [organizationAdmin(ada)] }),
      lastSequence: 102,
      lastAt: at,
    });
  });

  it("workspace.updated, archived and restored change the workspace and the number of active workspaces", () => {
    const before = workspaceFacts({ workspaces: [aWorkspace(), ops], assignments: [admin(ada)] });
    const factsWith = (workspace: Partial<Workspace>) =>
      workspaceFacts({ workspaces: [aWorkspace(workspace), ops], assignments: [admin(ada)] });
    const renamed = { name: "Shop", description: "The shop" };

    const after = [
      evolve(before, events(100, { type: "workspace.updated", workspaceId: web, ...renamed })),
      evolve(before, events(100, { type: "workspace.archived", workspaceId: web })),
      evolve(factsWith({ status: "archived" }), events(100, { type: "workspace.restored", workspaceId: web })),
    ];

    expect(after).toStrictEqual(
      [factsWith(renamed), factsWith({ status: "archived" }), before].map((facts) => ({
        ...facts,
        lastSequence: 101,
        lastAt: at,
      })),
    );
  });

  it("workspace.member.role_changed and removed change the assignment and the counts", () => {
    const before = workspaceFacts({ organizationMembers: [ada, bo, cy], assignments: [admin(ada), member(bo)] });
    const changed = {
      type: "workspace.member.role_changed",
      workspaceId: web,
      ...admin(bo),
      previousRole: "member",
    } as const;
    const removed = { type: "workspace.member.removed", workspaceId: web, ...admin(ada) } as const;

    const facts = evolve(before, events(100, changed, removed));

    expect(facts).toStrictEqual({
      ...before,
      lastSequence: 102,
      lastAt: at,
      workspaces: new Map([[web, aWorkspace({ roleCounts: [["admin", 1]] })]]),
      assignments: new Map([[assignmentKey(web, bo), { workspaceId: web, userId: bo, role: "admin", sequence: 101 }]]),
    });
  });

  it("throws if an event changes a member who is not among the facts: that is a bug", () => {
    const change: NewEvent = {
      type: "organization.member.profile_changed",
      userId: bo,
      displayName: "Bo",
      email: null,
    };

    expect(() => evolve(workspaceFacts(), events(100, change))).toThrow(
      "An event changes an organization member who is not among the facts.",
    );
  });

  it("O1, W1: folding all events of an organization gives all of its rows", () => {
    const facts = evolve(noFacts(acme), events(0, created, joined(), opened, added()));

    expect(facts).toStrictEqual({
      organizationId: acme,
      revision: 0,
      lastSequence: 4,
      lastAt: at,
      organization: { name: "Acme", memberCount: 1, adminCount: 0, activeWorkspaceCount: 1, createdAt: at },
      members: new Map([[bo, aColleague(bo)]]),
      workspaces: new Map([[web, aWorkspace({ description: "The shop", roleCounts: [["member", 1]], createdAt: at })]]),
      assignments: new Map([[assignmentKey(web, bo), { workspaceId: web, userId: bo, role: "member", sequence: 4 }]]),
    });
  });

  it("no events change nothing", () => {
    const before = workspaceFacts({ assignments: [admin(ada)] });

    expect(evolve(before, [])).toStrictEqual(before);
  });

  it("does not change the given facts", () => {
    const before = workspaceFacts({ assignments: [admin(ada)] });

    evolve(before, events(100, joined(), added()));

    expect(before).toStrictEqual(workspaceFacts({ assignments: [admin(ada)] }));
  });

  it.each([
    ["a member", joined()],
    ["a workspace", opened],
  ])("throws if %s comes before the organization: that is a bug", (_, event) => {
    expect(() => evolve(noFacts(acme), events(0, event))).toThrow(
      "An event precedes the creation of its organization.",
    );
  });

  it("throws if a member's workspace is not among the facts: that is a bug", () => {
    const before = workspaceFacts({ workspaces: [] });

    expect(() => evolve(before, events(100, added()))).toThrow(
      'An event names workspace "web", which is not among the facts.',
    );
  });
});
