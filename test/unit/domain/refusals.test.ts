import { describe, expect, it } from "vitest";
import { lastOrganizationAdmin } from "../../../src/domain/organization/last-organization-admin.ts";
import { organizationAlreadyExists } from "../../../src/domain/organization/organization-already-exists.ts";
import { organizationMemberLimit } from "../../../src/domain/organization/organization-member-limit.ts";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { notWorkspaceMember } from "../../../src/domain/role-assignment/not-workspace-member.ts";
import { operationNotUndoable } from "../../../src/domain/role-assignment/operation-not-undoable.ts";
import { duplicateUser } from "../../../src/domain/values/duplicate-user.ts";
import { emptyBatch } from "../../../src/domain/values/empty-batch.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { membersRejected } from "../../../src/domain/values/members-rejected.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { roleConflict } from "../../../src/domain/values/role-conflict.ts";
import { tooManyChanges } from "../../../src/domain/values/too-many-changes.ts";
import { tooManyMembers } from "../../../src/domain/values/too-many-members.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { workspaceAlreadyExists } from "../../../src/domain/workspace/workspace-already-exists.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { workspaceLimit } from "../../../src/domain/workspace/workspace-limit.ts";
import { workspaceMemberLimit } from "../../../src/domain/workspace/workspace-member-limit.ts";
import { workspaceNameTaken } from "../../../src/domain/workspace/workspace-name-taken.ts";
import { workspaceNotArchived } from "../../../src/domain/workspace/workspace-not-archived.ts";
import { workspaceNotFound } from "../../../src/domain/workspace/workspace-not-found.ts";
import { bo, cy, web } from "../../support/ids.ts";

/** The other tests name refusals by their constructors; only this one pins their codes and fields. */
describe("a refusal", () => {
  it("is plain data: its code and its fields", () => {
    const refusals = [
      [lastOrganizationAdmin(), { code: "last_organization_admin" }],
      [organizationAlreadyExists(), { code: "organization_already_exists" }],
      [organizationMemberLimit(5, 6), { code: "organization_member_limit", limit: 5, count: 6 }],
      [organizationNotFound(), { code: "organization_not_found" }],
      [notWorkspaceMember(bo), { code: "not_workspace_member", userId: "bo" }],
      [operationNotUndoable(), { code: "operation_not_undoable" }],
      [duplicateUser([bo, cy]), { code: "duplicate_user", userIds: ["bo", "cy"] }],
      [emptyBatch(), { code: "empty_batch" }],
      [forbidden("members:manage"), { code: "forbidden", needs: "members:manage" }],
      [
        membersRejected([notWorkspaceMember(bo)]),
        { code: "members_rejected", rejected: [{ code: "not_workspace_member", userId: "bo" }] },
      ],
      [notOrganizationMember(bo), { code: "not_organization_member", userId: "bo" }],
      [
        roleConflict(bo, "member", "admin"),
        { code: "role_conflict", userId: "bo", currentRole: "member", requestedRole: "admin" },
      ],
      [tooManyChanges(5, 6), { code: "too_many_changes", limit: 5, count: 6 }],
      [tooManyMembers(5, 6), { code: "too_many_members", limit: 5, count: 6 }],
      [lastWorkspaceAdmin([web]), { code: "last_workspace_admin", workspaceIds: ["web"] }],
      [workspaceAlreadyExists(), { code: "workspace_already_exists" }],
      [workspaceArchived(), { code: "workspace_archived" }],
      [workspaceLimit(5, 6), { code: "workspace_limit", limit: 5, count: 6 }],
      [workspaceMemberLimit(5, 6), { code: "workspace_member_limit", limit: 5, count: 6 }],
      [workspaceNameTaken(web, "Web"), { code: "workspace_name_taken", workspaceId: "web", name: "Web" }],
      [workspaceNotArchived(), { code: "workspace_not_archived" }],
      [workspaceNotFound(), { code: "workspace_not_found" }],
    ] as const;

    expect(refusals.map(([refusal]) => refusal)).toStrictEqual(refusals.map(([, facts]) => facts));
  });
});
