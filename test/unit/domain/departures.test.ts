import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { decideChangeOrganizationRoles } from "../../../src/domain/decisions/change-organization-roles.ts";
import { decideRemoveOrganizationMembers } from "../../../src/domain/decisions/remove-organization-members.ts";
import { lastOrganizationAdmin } from "../../../src/domain/organization/last-organization-admin.ts";
import { notOrganizationMember } from "../../../src/domain/organization/not-organization-member.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { lastWorkspaceAdmin } from "../../../src/domain/workspace/last-workspace-admin.ts";
import { defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { changeOrganizationRoles, context, removeOrganizationMembers, scim } from "../../support/commands.ts";
import { admin, aWorkspace, holder, member, ops, organizationAdmin, workspaceFacts } from "../../support/facts.ts";
import { ada, bo, cy, stranger, web } from "../../support/ids.ts";

const inOps = <Request extends object>(request: Request) => ({ ...request, workspaceId: ops.workspaceId });
const noAdministration = context({ policy: { ...defaultPolicy, organizationAdminsAdminister: false } });

/** Two organization admins; bo is the only admin of both workspaces, cy a member of one. */
const facts = workspaceFacts({
  organizationMembers: [organizationAdmin(ada), organizationAdmin(bo), cy],
  workspaces: [aWorkspace(), ops],
  assignments: [admin(bo), inOps(admin(bo)), inOps(member(cy))],
});

/** What follows the departures themselves: the events about successors, archived workspaces and the organization. */
function aftermath(
  parts: Parameters<typeof removeOrganizationMembers>[0],
  on = facts,
  around: ReturnType<typeof context> = context(),
) {
  return decideRemoveOrganizationMembers(on, removeOrganizationMembers(parts), around).map(({ events }) =>
    events.flatMap((event) => {
      if (event.type === "workspace.archived") return [`archives ${event.workspaceId}`];
      if (event.type === "organization.unowned") return ["unowned"];
      if (event.type === "workspace.member.added" || event.type === "workspace.member.role_changed")
        return [`${event.userId} becomes ${event.role} of ${event.workspaceId}`];
      return [];
    }),
  );
}

describe("O4: a workspace that loses its last admin", () => {
  it("goes to the first organization admin who stays, in byte order, if the successor is organization_admin", () => {
    const three = workspaceFacts({
      organizationMembers: [organizationAdmin(cy), organizationAdmin(bo), organizationAdmin(ada)],
      assignments: [admin(ada)],
    });

    expect(aftermath({ actor: scim, userIds: [ada], successor: "organization_admin" }, three)).toStrictEqual(
      ok([`bo becomes admin of ${web}`]),
    );
  });

  it("is refused if no organization admin stays", () => {
    const parts = { actor: scim, userIds: [ada, bo], successor: "organization_admin", lastAdmin: "allow" } as const;

    expect(aftermath(parts)).toStrictEqual(err(lastWorkspaceAdmin([ops.workspaceId, web])));
    expect(aftermath({ ...parts, orphans: "archive" })).toStrictEqual(
      ok([`archives ${ops.workspaceId}`, `archives ${web}`, "unowned"]),
    );
  });

  it("is archived in the same commit if orphans are archived", () => {
    expect(aftermath({ userIds: [bo], orphans: "archive" })).toStrictEqual(
      ok([`archives ${ops.workspaceId}`, `archives ${web}`]),
    );
  });

  it("goes to the successor rather than being archived", () => {
    expect(aftermath({ userIds: [bo], successor: cy, orphans: "archive" })).toStrictEqual(
      ok([`cy becomes admin of ${ops.workspaceId}`, `cy becomes admin of ${web}`]),
    );
  });

  it("is archived if the successor is no member, and refused if orphans are not archived", () => {
    const parts = { userIds: [bo], successor: stranger } as const;

    expect(aftermath(parts)).toStrictEqual(err(notOrganizationMember(stranger)));
    expect(aftermath({ ...parts, orphans: "archive" })).toStrictEqual(
      ok([`archives ${ops.workspaceId}`, `archives ${web}`]),
    );
  });

  it("A3: is archived where the actor may not name the successor but manages settings", () => {
    const workspaceRoles = defineWorkspaceRoles({
      owner: ["members:manage", "settings:manage", "billing:manage"],
      keeper: ["settings:manage"],
    });
    const kept = workspaceFacts({
      organizationMembers: [organizationAdmin(ada), bo, cy],
      assignments: [holder("owner", bo), holder("keeper", ada)],
    });
    const around = { ...noAdministration, workspaceRoles };

    expect(aftermath({ userIds: [bo], successor: cy, orphans: "archive" }, kept, around)).toStrictEqual(
      ok([`archives ${web}`]),
    );
    expect(aftermath({ userIds: [bo], successor: cy }, kept, around)).toStrictEqual(err(forbidden("members:manage")));
  });

  it("A2: is not archived by an organization admin who does not manage its settings", () => {
    expect(aftermath({ userIds: [bo], orphans: "archive" }, facts, noAdministration)).toStrictEqual(
      err(forbidden("settings:manage")),
    );
  });
});

describe("O2: the last organization admin", () => {
  const alone = workspaceFacts({ organizationMembers: [organizationAdmin(ada), bo] });

  it("can leave if a system allows it, and an event says that the organization is unowned", () => {
    const parts = { actor: scim, userIds: [ada] } as const;

    expect(aftermath(parts, alone)).toStrictEqual(err(lastOrganizationAdmin()));
    expect(aftermath({ ...parts, lastAdmin: "allow" }, alone)).toStrictEqual(ok(["unowned"]));
  });

  it("can lose the role if a system allows it", () => {
    const members = [{ userId: ada, role: "member" }] as const;
    const decide = (lastAdmin: "allow" | "refuse") =>
      decideChangeOrganizationRoles(alone, changeOrganizationRoles({ actor: scim, members, lastAdmin }), context()).map(
        ({ events }) => events.map(({ type }) => type),
      );

    expect(decide("refuse")).toStrictEqual(err(lastOrganizationAdmin()));
    expect(decide("allow")).toStrictEqual(ok(["organization.member.role_changed", "organization.unowned"]));
  });

  it("cannot be let go by a person, not even by an organization admin and not even if others stay", () => {
    const changed = decideChangeOrganizationRoles(facts, changeOrganizationRoles({ lastAdmin: "allow" }), context());

    expect(aftermath({ userIds: [cy], lastAdmin: "allow" })).toStrictEqual(err(forbidden("system")));
    expect(changed).toStrictEqual(err(forbidden("system")));
  });

  it("an unowned organization can lose further members, and says no second time that it is unowned", () => {
    const unowned = workspaceFacts({ organizationMembers: [bo, cy] });

    expect(aftermath({ actor: scim, userIds: [bo] }, unowned)).toStrictEqual(ok([]));
  });

  it("everybody can leave at once", () => {
    expect(aftermath({ actor: scim, userIds: [ada, bo, cy], lastAdmin: "allow", orphans: "archive" })).toStrictEqual(
      ok([`archives ${ops.workspaceId}`, `archives ${web}`, "unowned"]),
    );
  });
});
