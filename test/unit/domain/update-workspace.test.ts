import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { decideUpdateWorkspace } from "../../../src/domain/decisions/update-workspace.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { workspaceNameTaken } from "../../../src/domain/workspace/workspace-name-taken.ts";
import { workspaceNotFound } from "../../../src/domain/workspace/workspace-not-found.ts";
import { context, stamped, updateWorkspace } from "../../support/commands.ts";
import { admin, archived, aWorkspace, member, ops, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, asWorkspaceId, bo, stranger, web } from "../../support/ids.ts";

const facts = workspaceFacts({
  organizationMembers: [ada, bo],
  workspaces: [aWorkspace({ description: "The shop" }), ops],
  assignments: [admin(ada), member(bo)],
});

describe("decideUpdateWorkspace", () => {
  it.each([
    ["the name", { name: "Shop" }, { name: "Shop", description: "The shop" }],
    ["the description", { description: "" }, { name: "Web", description: "" }],
    ["its own name in another case", { name: "WEB" }, { name: "WEB", description: "The shop" }],
  ])("W3: changes %s and keeps the rest", (_, parts, now) => {
    const decision = decideUpdateWorkspace(facts, updateWorkspace(parts), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "workspace.updated", workspaceId: web, ...now }], {
          actor: ada,
          authority: "workspace_admin",
        }),
        outcome: { workspaceId: web, ...now },
      }),
    );
  });

  it.each([
    ["nothing", {}],
    ["the current values", { name: "Web", description: "The shop" }],
  ])("%s changes nothing", (_, parts) => {
    const decision = decideUpdateWorkspace(facts, updateWorkspace(parts), context());

    expect(decision).toStrictEqual(
      ok({ events: [], outcome: { workspaceId: web, name: "Web", description: "The shop" } }),
    );
  });

  it.each(["Ops", "OPS", "Öps"])("W2: refuses the name of another active workspace: %s", (name) => {
    expect(decideUpdateWorkspace(facts, updateWorkspace({ name }), context())).toStrictEqual(
      err(workspaceNameTaken(ops.workspaceId, name)),
    );
  });

  it("W2: accepts the name of an archived workspace", () => {
    const put = workspaceFacts({
      workspaces: [aWorkspace(), archived({ workspaceId: ops.workspaceId, name: "Ops" })],
      assignments: [admin(ada)],
    });

    expect(decideUpdateWorkspace(put, updateWorkspace({ name: "Ops" }), context()).isOk()).toBe(true);
  });

  it.each([
    ["an ordinary member", bo, forbidden("settings:manage")],
    ["a stranger", stranger, organizationNotFound()],
  ])("A1: refuses %s", (_, actor, refusal) => {
    expect(decideUpdateWorkspace(facts, updateWorkspace({ actor, name: "Shop" }), context())).toStrictEqual(
      err(refusal),
    );
  });

  it("A2: allows an organization admin", () => {
    const administered = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });

    const decision = decideUpdateWorkspace(administered, updateWorkspace({ name: "Shop" }), context());

    expect(decision.map(({ events }) => events[0]?.authority)).toStrictEqual(ok("organization_admin"));
  });

  it("W3: refuses an archived workspace, and a missing one with workspace_not_found", () => {
    const put = workspaceFacts({ workspaces: [archived()], assignments: [admin(ada)] });

    expect([
      decideUpdateWorkspace(put, updateWorkspace({ name: "Shop" }), context()),
      decideUpdateWorkspace(facts, updateWorkspace({ workspaceId: asWorkspaceId("gone") }), context()),
    ]).toStrictEqual([err(workspaceArchived()), err(workspaceNotFound())]);
  });
});
