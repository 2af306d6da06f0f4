import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { decideLeaveWorkspace } from "../../../src/domain/decisions/leave-workspace.ts";
import { notWorkspaceMember } from "../../../src/domain/role-assignment/not-workspace-member.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { context, leaveWorkspace, stamped } from "../../support/commands.ts";
import { admin, archived, member, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, stranger, web } from "../../support/ids.ts";

const facts = workspaceFacts({ organizationMembers: [ada, bo, cy], assignments: [admin(ada), member(bo)] });

describe("decideLeaveWorkspace", () => {
  it("M8: removes the actor's own role, without any permission", () => {
    const decision = decideLeaveWorkspace(facts, leaveWorkspace({ actor: bo }), context());

    expect(decision).toStrictEqual(
      ok({
        events: stamped([{ type: "workspace.member.removed", workspaceId: web, ...member(bo) }], {
          actor: bo,
          authority: "workspace_member",
        }),
        outcome: { removed: [member(bo)], unchanged: [], rejected: [] },
      }),
    );
  });

  it("M9: refuses the last admin, even if there are other members", () => {
    expect(decideLeaveWorkspace(facts, leaveWorkspace({ actor: ada }), context())).toStrictEqual(
      err(lastWorkspaceAdmin([web])),
    );
  });

  it("M8: refuses a non-member, organization admin or not", () => {
    const administered = workspaceFacts({
      organizationMembers: [ada, organizationAdmin(cy)],
      assignments: [admin(ada)],
    });

    const decisions = [facts, administered].map((each) =>
      decideLeaveWorkspace(each, leaveWorkspace({ actor: cy }), context()),
    );

    expect(decisions).toStrictEqual([err(notWorkspaceMember(cy)), err(notWorkspaceMember(cy))]);
  });

  it("A7: reveals nothing to a stranger", () => {
    expect(decideLeaveWorkspace(facts, leaveWorkspace({ actor: stranger }), context())).toStrictEqual(
      err(organizationNotFound()),
    );
  });

  it("W3: refuses an archived workspace", () => {
    const put = workspaceFacts({ assignments: [admin(ada)], workspaces: [archived()] });

    expect(decideLeaveWorkspace(put, leaveWorkspace(), context())).toStrictEqual(err(workspaceArchived()));
  });
});
