import { err, ok } from "neverthrow";
import { expect, it } from "vitest";
import { valueOf } from "../../support/acme-roster.ts";
import { sceneFor } from "../../support/permission/world.ts";

const organizationId = "acme";

it("getOrganization tells each member what they may do in the organization", async () => {
  const { roster } = await sceneFor("organization admin");
  const as = async (userId: string) =>
    (await roster.getOrganization({ organizationId, actor: { userId } })).map(({ role, permissions }) => [
      role,
      ...permissions,
    ]);

  expect([await as("admin"), await as("billing"), await as("user"), await as("stranger")]).toStrictEqual([
    ok(["admin", "organization:admin", "workspaces:create"]),
    ok(["billing"]),
    ok(["member"]),
    err({ code: "organization_not_found" }),
  ]);
});

it("O2: getOrganization says that an organization is unowned, until a system makes someone admin", async () => {
  const { roster } = await sceneFor("system");
  const actor = { system: "directory" };
  const change = (role: "admin" | "member") =>
    roster.changeOrganizationRoles({
      organizationId,
      actor,
      members: ["founder", "admin"].map((userId) => ({ userId, role })),
      lastAdmin: "allow",
    });
  const isUnowned = async () => valueOf(await roster.getOrganization({ organizationId, actor })).isUnowned;

  const before = await isUnowned();
  valueOf(await change("member"));
  const between = await isUnowned();
  const refused = await roster.listOrganizationMembers({ organizationId, actor: { userId: "admin" } });
  valueOf(await change("admin"));

  expect([before, between, await isUnowned()]).toEqual([false, true, false]);
  expect(refused).toStrictEqual(err({ code: "forbidden", needs: "organization:admin" }));
});

it("getWorkspace counts the members of each role, and an archived workspace permits nothing", async () => {
  const { roster, workspaceId } = await sceneFor("organization admin");
  const see = (id: string, userId: string) =>
    roster.getWorkspace({ organizationId, workspaceId: id, actor: { userId } });

  const active = valueOf(await see(workspaceId, "owner"));
  const archived = valueOf(await see("shelved", "admin"));

  expect(active.roleCounts).toEqual({ admin: active.adminCount, member: active.memberCount - active.adminCount });
  expect(active.role).toBe("admin");
  expect(archived).toMatchObject({ status: "archived", role: null, permissions: [] });
  expect(await see("shelved", "owner")).toStrictEqual(err({ code: "forbidden", needs: "workspace:member" }));
});
