import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { decideArchiveWorkspace } from "../../../src/domain/decisions/archive-workspace.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { context, manageWorkspace, scim, stamped } from "../../support/commands.ts";
import { admin, archived, aWorkspace, member, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, stranger, web } from "../../support/ids.ts";

const facts = workspaceFacts({
  organizationMembers: [ada, bo],
  workspaces: [aWorkspace({ description: "The shop" })],
  assignments: [admin(ada), member(bo)],
});

describe("decideArchiveWorkspace", () => {
  it("W3: archives the workspace and keeps its members", () => {
    const decision = decideArchiveWorkspace(facts, manageWorkspace(), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "workspace.archived", workspaceId: web }], {
          actor: ada,
          authority: "workspace_admin",
        }),
        outcome: { workspaceId: web, name: "Web", description: "The shop" },
      }),
    );
  });

  it("W3: refuses a workspace that is already archived", () => {
    const put = workspaceFacts({ workspaces: [archived()], assignments: [admin(ada)] });

    expect(decideArchiveWorkspace(put, manageWorkspace(), context())).toStrictEqual(err(workspaceArchived()));
  });

  it("A2: allows a system, and an organization admin unless the policy says otherwise", () => {
    const administered = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };
    const archive = (actor: typeof ada | typeof scim, parts = {}) =>
      decideArchiveWorkspace(administered, manageWorkspace({ actor }), context(parts)).map(
        ({ events }) => events[0]?.authority,
      );

    expect([archive(ada), archive(ada, { policy }), archive(scim, { policy })]).toStrictEqual([
      ok("organization_admin"),
      err(forbidden("settings:manage")),
      ok("system"),
    ]);
  });

  it.each([
    ["an ordinary member", bo, forbidden("settings:manage")],
    ["a stranger", stranger, organizationNotFound()],
  ])("A1: refuses %s", (_, actor, refusal) => {
    expect(decideArchiveWorkspace(facts, manageWorkspace({ actor }), context())).toStrictEqual(err(refusal));
  });
});
