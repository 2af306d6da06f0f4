import { expect, it } from "vitest";
import { createRoster } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { valueOf } from "../support/acme-roster.ts";
import { acme, actor, organizationId, workspaceId } from "../support/docs/acme.ts";

it("createOrganization", async () => {
  const roster = createRoster({ storage: memoryStorage() });

  // #region create-organization
  const created = await roster.createOrganization({
    organizationId: "acme",
    name: "Acme",
    owner: { userId: "ada", displayName: "Ada Byron", email: "ada@example.com" },
  });
  // #endregion

  expect(valueOf(created)).toMatchObject({ organizationId: "acme", revision: 1, replayed: false });
});

it("updateOrganization", async () => {
  const roster = await acme();

  // #region update-organization
  const renamed = await roster.updateOrganization({ organizationId, actor, name: "Acme Labs" });
  // #endregion

  expect(valueOf(renamed)).toMatchObject({ organizationId: "acme", name: "Acme Labs" });
});

it("addOrganizationMembers", async () => {
  const roster = await acme();

  // #region add-organization-members
  const hired = await roster.addOrganizationMembers({
    organizationId,
    actor,
    members: [
      { userId: "eve", role: "member", displayName: "Eve Park", email: "eve@example.com" },
      { userId: "fay", role: "admin", displayName: "Fay Abe" },
    ],
  });
  // #endregion

  expect(valueOf(hired).added).toEqual([
    { userId: "eve", role: "member" },
    { userId: "fay", role: "admin" },
  ]);
});

it("changeOrganizationRoles", async () => {
  const roster = await acme();

  // #region change-organization-roles
  const promoted = await roster.changeOrganizationRoles({
    organizationId,
    actor,
    members: [{ userId: "dee", role: "admin" }],
  });
  // #endregion

  expect(valueOf(promoted).changed).toEqual([{ userId: "dee", role: "admin" }]);
});

it("updateProfiles", async () => {
  const roster = await acme();

  // #region update-profiles
  const renamed = await roster.updateProfiles({
    organizationId,
    actor,
    members: [
      { userId: "dee", displayName: "Dee Mensah" },
      { userId: "cy", email: null },
    ],
  });
  // #endregion

  expect(valueOf(renamed).changed.map(({ userId }) => userId)).toEqual(["dee", "cy"]);
});

it("removeOrganizationMembers of everybody", async () => {
  const roster = await acme();
  const { items } = valueOf(await roster.listOrganizationMembers({ organizationId, actor }));
  const everybody = items.map(({ userId }) => userId);

  // #region remove-everybody
  const gone = await roster.removeOrganizationMembers({
    organizationId,
    actor: { system: "directory" },
    userIds: everybody,
    successor: "organization_admin",
    orphans: "archive",
    lastAdmin: "allow",
  });
  // #endregion

  expect(valueOf(gone).removed.map(({ userId }) => userId)).toEqual(everybody);
  const read = await roster.listWorkspaces({
    organizationId,
    actor: { system: "directory" },
    includeArchived: true,
  });
  expect(valueOf(read).items).toMatchObject([{ status: "archived", memberCount: 0 }]);
});

it("removeOrganizationMembers", async () => {
  const roster = await acme();
  const members = [{ userId: "bo", role: "admin" }] as const;
  valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId: "books", name: "Books", admin: "bo" }));
  valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members }));

  // #region remove-organization-members
  const refused = await roster.removeOrganizationMembers({ organizationId, actor, userIds: ["bo"] });
  const left = await roster.removeOrganizationMembers({ organizationId, actor, userIds: ["bo"], successor: "dee" });
  // #endregion

  expect(refused._unsafeUnwrapErr()).toEqual({ code: "last_workspace_admin", workspaceIds: ["books"] });
  expect(valueOf(left).removed).toEqual([{ userId: "bo", role: "billing" }]);
  const { items } = valueOf(await roster.workspacesOf({ organizationId, userId: "dee" }));
  expect(items).toMatchObject([{ workspaceId: "books", role: "admin" }]);
});
