import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { operationNotUndoable } from "../../../src/domain/role-assignment/operation-not-undoable.ts";
import type { MemberRole } from "../../../src/domain/role-assignment/role-assignment.ts";
import { decideUndoAddMembers } from "../../../src/domain/decisions/undo-add-members.ts";
import type { NewEvent } from "../../../src/domain/facts/event.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { context, stamped, undoAddMembers } from "../../support/commands.ts";
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
import { ada, bo, cy, dee, stranger, web } from "../../support/ids.ts";

const addition = (request: MemberRole): NewEvent => ({
  type: "workspace.member.added",
  workspaceId: web,
  ...request,
});
const removal = (request: MemberRole): NewEvent => ({
  type: "workspace.member.removed",
  workspaceId: web,
  ...request,
});

/** Events 2, 3 … of one operation; the facts below give the second assignment sequence 2, the third 3 … */
const operation = (...newEvents: readonly NewEvent[]) =>
  stamped(newEvents, { actor: ada, authority: "workspace_admin", after: 1 });

const organizationMembers = [ada, bo, cy, dee];

describe("decideUndoAddMembers", () => {
  it("removes what the operation added, in its order", () => {
    const facts = workspaceFacts({ organizationMembers, assignments: [admin(ada), member(bo), admin(cy)] });
    const events = operation(addition(member(bo)), addition(admin(cy)));

    const decision = decideUndoAddMembers(facts, undoAddMembers({ events }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([removal(member(bo)), removal(admin(cy))], { actor: ada, authority: "workspace_admin" }),
        outcome: { removed: [member(bo), admin(cy)], unchanged: [], rejected: [] },
      }),
    );
  });

  it("skips users who were changed or removed since", () => {
    const facts = workspaceFacts({ organizationMembers, assignments: [admin(ada), member(bo), member(cy)] });
    // In these facts cy's role came with event 3, not with the operation's event 4.
    const events = operation(addition(member(bo)), addition(member(dee)), addition(member(cy)));

    const decision = decideUndoAddMembers(facts, undoAddMembers({ events }), context());

    expect(decision.map(({ outcome }) => outcome)).toStrictEqual(
      ok({
        removed: [member(bo)],
        unchanged: [],
        rejected: [
          { code: "already_removed", userId: dee },
          { code: "changed_since", userId: cy },
        ],
      }),
    );
  });

  it.each([
    ["does not exist", []],
    ["removed members", operation(removal(member(bo)))],
    ["did something else too", operation(addition(member(bo)), removal(member(cy)))],
    [
      "created a workspace",
      operation({ type: "workspace.created", workspaceId: web, name: "Web", description: "" }, addition(admin(ada))),
    ],
  ])("an operation that %s is operation_not_undoable", (_, events) => {
    const facts = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy, dee],
      assignments: [admin(ada), member(bo)],
    });

    expect(decideUndoAddMembers(facts, undoAddMembers({ events }), context())).toStrictEqual(
      err(operationNotUndoable()),
    );
  });

  it("M9: refuses to remove the last admin", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [member(ada), admin(bo)] });
    const events = operation(addition(admin(bo)));

    expect(decideUndoAddMembers(facts, undoAddMembers({ actor: bo, events }), context())).toStrictEqual(
      err(lastWorkspaceAdmin([web])),
    );
  });

  it.each([
    ["an ordinary member", bo, forbidden("members:manage")],
    ["an organization member without a role there", cy, forbidden("members:manage")],
    ["a stranger", stranger, organizationNotFound()],
  ])("A1: refuses %s", (_, actor, refusal) => {
    const facts = workspaceFacts({ organizationMembers, assignments: [admin(ada), member(bo)] });

    expect(
      decideUndoAddMembers(facts, undoAddMembers({ actor, events: operation(addition(member(bo))) }), context()),
    ).toStrictEqual(err(refusal));
  });

  it("A7: reveals nothing about an operation to a stranger, not even whether it can be undone", () => {
    const decision = decideUndoAddMembers(workspaceFacts(), undoAddMembers({ actor: stranger, events: [] }), context());

    expect(decision).toStrictEqual(err(organizationNotFound()));
  });

  it.each([
    ["does not exist", []],
    ["did something else", operation(removal(member(bo)))],
    [
      "is in an archived workspace",
      operation({ type: "workspace.member.added", workspaceId: ops.workspaceId, ...member(bo) }),
    ],
  ])("A5: reveals only to those who may manage the members that an operation %s", (_, events) => {
    const facts = workspaceFacts({
      organizationMembers,
      workspaces: [aWorkspace(), { ...ops, status: "archived" }],
      assignments: [admin(ada), member(bo)],
    });

    expect(decideUndoAddMembers(facts, undoAddMembers({ actor: bo, events }), context())).toStrictEqual(
      err(forbidden("members:manage")),
    );
  });

  it("A5: reveals nothing to a workspace admin about an operation that does not exist", () => {
    const facts = workspaceFacts({ organizationMembers, assignments: [admin(ada)] });

    expect(decideUndoAddMembers(facts, undoAddMembers({ events: [] }), context())).toStrictEqual(
      err(forbidden("members:manage")),
    );
  });

  it("A3: nobody removes a role that has a permission they could not give themselves", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "billing:manage"],
      inviter: ["members:manage"],
      guest: [],
    });
    const facts = workspaceFacts({
      organizationMembers,
      assignments: [holder("owner", cy), holder("owner", bo), holder("inviter", ada), holder("guest", dee)],
    });
    const takeBack = (actor: typeof ada, ...added: readonly MemberRole[]) =>
      decideUndoAddMembers(
        facts,
        undoAddMembers({ actor, events: operation(...added.map(addition)) }),
        context({ workspaceRoles }),
      ).map(({ outcome }) => outcome.removed);

    expect([takeBack(ada, holder("owner", bo)), takeBack(cy, holder("owner", bo))]).toStrictEqual([
      err(forbidden("billing:manage")),
      ok([holder("owner", bo)]),
    ]);
  });

  it("A3: users whom an undo skips do not count", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "billing:manage"],
      inviter: ["members:manage"],
    });
    const facts = workspaceFacts({ organizationMembers, assignments: [holder("inviter", ada), holder("owner", cy)] });

    // In these facts cy's role came with event 2, not with the operation's event 3.
    const events = operation(addition(holder("inviter", bo)), addition(holder("owner", cy)));
    const decision = decideUndoAddMembers(facts, undoAddMembers({ events }), context({ workspaceRoles }));

    expect(decision.map(({ outcome }) => outcome.rejected.map(({ code }) => code))).toStrictEqual(
      ok(["already_removed", "changed_since"]),
    );
  });

  it("W3: refuses an archived workspace", () => {
    const facts = workspaceFacts({ assignments: [admin(ada), member(bo)], workspaces: [archived()] });

    expect(
      decideUndoAddMembers(facts, undoAddMembers({ events: operation(addition(member(bo))) }), context()),
    ).toStrictEqual(err(workspaceArchived()));
  });
});

describe("roster.undoAddMembers", () => {
  const inWeb = { organizationId: "acme", workspaceId: "web", actor: { userId: "ada" } };

  it("undoes an addition once, and does not remove what was given again since", async () => {
    const roster = rosterOn(await acmeStorage());
    const add = (...userIds: string[]) =>
      roster.addMembers({ ...inWeb, members: userIds.map((userId) => ({ userId, role: "member" as const })) });
    const { operationId } = valueOf(await add("bo", "cy", "dee"));
    valueOf(await roster.removeMembers({ ...inWeb, userIds: ["cy", "dee"] }));
    valueOf(await add("dee"));

    const undone = valueOf(await roster.undoAddMembers({ organizationId: "acme", actor: inWeb.actor, operationId }));

    const { items } = valueOf(await roster.listMembers(inWeb));
    expect([undone.removed, undone.rejected, items.map(({ userId }) => userId)]).toStrictEqual([
      [{ userId: "bo", role: "member" }],
      [
        { code: "already_removed", userId: "cy" },
        { code: "changed_since", userId: "dee" },
      ],
      ["ada", "dee"],
    ]);
  });

  it("can be sent again with its key", async () => {
    const roster = rosterOn(await acmeStorage());
    const members = [{ userId: "bo", role: "member" as const }];
    const { operationId } = valueOf(await roster.addMembers({ ...inWeb, members }));
    const command = { organizationId: "acme", actor: inWeb.actor, operationId, idempotencyKey: "key-1" };

    const outcomes = [await roster.undoAddMembers(command), await roster.undoAddMembers(command)].map((outcome) =>
      valueOf(outcome),
    );

    expect(outcomes.map(({ removed, replayed }) => [removed, replayed])).toStrictEqual([
      [members, false],
      [members, true],
    ]);
  });
});
