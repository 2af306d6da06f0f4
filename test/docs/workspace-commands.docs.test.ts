import { expect, it } from "vitest";
import { valueOf } from "../support/acme-roster.ts";
import { acme, actor, organizationId, workspaceId } from "../support/docs/acme.ts";

it("createWorkspace", async () => {
  const roster = await acme();

  // #region create-workspace
  const created = await roster.createWorkspace({
    organizationId,
    actor,
    workspaceId: "platform",
    name: "Data Platform",
    description: "Pipelines and dashboards",
    admin: "dee",
    addEveryone: true,
  });
  // #endregion

  expect(valueOf(created).added).toEqual([
    { userId: "dee", role: "admin" },
    { userId: "ada", role: "member" },
    { userId: "bo", role: "member" },
    { userId: "cy", role: "member" },
  ]);
});

it("updateWorkspace", async () => {
  const roster = await acme();

  // #region update-workspace
  const renamed = await roster.updateWorkspace({
    organizationId,
    actor,
    workspaceId,
    name: "Research and Development",
  });
  // #endregion

  expect(valueOf(renamed)).toMatchObject({ workspaceId, name: "Research and Development", description: "" });
});

it("archiveWorkspace and restoreWorkspace", async () => {
  const roster = await acme();

  // #region archive-workspace
  const archived = await roster.archiveWorkspace({ organizationId, actor, workspaceId });
  const restored = await roster.restoreWorkspace({ organizationId, actor, workspaceId, name: "Research 2" });
  // #endregion

  expect(valueOf(archived)).toMatchObject({ workspaceId, name: "Research" });
  expect(valueOf(restored)).toMatchObject({ workspaceId, name: "Research 2", newAdmin: null });
});
