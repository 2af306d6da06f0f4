import { expect, it } from "vitest";
import { createRoster, defineWorkspaceRoles } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { valueOf } from "../support/acme-roster.ts";
import { acme, actor, organizationId, seeded, workspaceId } from "../support/docs/acme.ts";

const storage = memoryStorage();

it("workspaceRoles", async () => {
  // #region workspace-roles
  const workspaceRoles = defineWorkspaceRoles({
    owner: ["settings:manage", "members:manage", "resources:manage", "resources:use", "billing:see"],
    editor: ["resources:manage", "resources:use"],
    viewer: ["resources:use"],
  });
  const roster = createRoster({ storage: memoryStorage(), workspaceRoles });
  // #endregion

  await seeded(roster);
  const members = [{ userId: "bo", role: "viewer" }] as const;
  valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members }));
  const permission = "billing:see";
  expect(valueOf(await roster.can({ organizationId, workspaceId, userId: "ada", permission }))).toBe(true);
  expect(valueOf(await roster.can({ organizationId, workspaceId, userId: "bo", permission }))).toBe(false);
});

it("policy", async () => {
  // #region policy
  const roster = createRoster({
    storage,
    policy: {
      organizationAdminsAdminister: false,
      membersCreateWorkspaces: true,
      limits: { membersPerWorkspace: 3, activeWorkspacesPerOrganization: 100 },
    },
  });
  // #endregion

  await seeded(roster);
  const everyone = { organizationId, actor: { userId: "cy" }, name: "All", addEveryone: true };
  expect((await roster.createWorkspace(everyone))._unsafeUnwrapErr()).toEqual({
    code: "workspace_member_limit",
    limit: 3,
    count: 4,
  });
});

it("observe", async () => {
  const shown: unknown[] = [];
  const log = (line: string) => shown.push(line.replace(/\d+ ms/, "0 ms"));

  // #region observe
  const roster = createRoster({
    storage: memoryStorage(),
    observe: ({ kind, name, outcome, totalMs }) => {
      if (kind === "command") log(`${name}: ${outcome} after ${Math.round(totalMs)} ms`);
    },
  });
  // #endregion

  await seeded(roster);
  expect(shown).toEqual(
    ["createOrganization", "addOrganizationMembers", "createWorkspace"].map((name) => `${name}: done after 0 ms`),
  );
});

it("maintenance", async () => {
  const roster = await acme();

  // #region maintenance
  const cleaned = await roster.maintenance.pruneIdempotencyKeys({ olderThanDays: 30 });
  // #endregion

  expect(valueOf(cleaned)).toEqual({ deleted: 0 });
});
