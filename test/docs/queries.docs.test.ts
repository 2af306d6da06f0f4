import { beforeEach, expect, it } from "vitest";
import { createRoster, describeError, type Roster, type RosterCloudEvent, toCloudEvent } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { valueOf } from "../support/acme-roster.ts";
import { actor, organizationId, seeded, workspaceId } from "../support/docs/acme.ts";

const storage = memoryStorage();
let roster: Roster;
let revision: number;

beforeEach(async () => {
  const members = [
    { userId: "bo", role: "admin" },
    { userId: "cy", role: "member" },
  ] as const;
  roster = await seeded(createRoster({ storage: memoryStorage() }));
  ({ revision } = valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members })));
});

it("listMembers, page by page", async () => {
  // #region list-members
  const people: string[] = [];
  let after: string | null = null;
  do {
    const page = await roster.listMembers({ organizationId, workspaceId, actor, limit: 2, after });
    if (page.isErr()) throw new Error(describeError(page.error));
    people.push(...page.value.items.map(({ displayName, role }) => `${displayName}: ${role}`));
    after = page.value.next;
  } while (after !== null);
  // #endregion

  expect(people).toEqual(["Ada Byron: admin", "Bo Costa: admin", "Cy Novák: member"]);
});

it("getOrganization and getWorkspace", async () => {
  // #region get
  const organization = await roster.getOrganization({ organizationId, actor });
  const workspace = await roster.getWorkspace({ organizationId, workspaceId, actor });
  // #endregion

  expect(valueOf(organization)).toMatchObject({
    name: "Acme",
    isUnowned: false,
    role: "admin",
    permissions: ["organization:admin", "workspaces:create"],
  });
  expect(valueOf(workspace)).toMatchObject({
    name: "Research",
    status: "active",
    roleCounts: { admin: 2, member: 1 },
    role: "admin",
    permissions: ["settings:manage", "members:manage", "resources:manage", "resources:use"],
  });
});

it("candidates, and search", async () => {
  // #region candidates
  const found = await roster.candidates({ organizationId, workspaceId, actor, search: "cos" });
  // #endregion

  expect(valueOf(found).items).toEqual([
    { userId: "bo", displayName: "Bo Costa", email: null, organizationRole: "billing", currentRole: "admin" },
    { userId: "dee", displayName: "Dee Costa", email: null, organizationRole: "member", currentRole: null },
  ]);
  expect(
    valueOf(await roster.candidates({ organizationId, workspaceId, actor, search: "novak c" })).items,
  ).toHaveLength(1);
});

it("listOrganizationMembers", async () => {
  // #region list-organization-members
  const admins = await roster.listOrganizationMembers({ organizationId, actor, role: "admin" });
  // #endregion

  expect(valueOf(admins).items).toEqual([{ userId: "ada", displayName: "Ada Byron", email: null, role: "admin" }]);
});

it("listWorkspaces", async () => {
  // #region list-workspaces
  const workspaces = await roster.listWorkspaces({ organizationId, actor, includeArchived: true });
  // #endregion

  expect(valueOf(workspaces).items).toMatchObject([{ workspaceId, status: "active", memberCount: 3, adminCount: 2 }]);
});

it("workspacesOf", async () => {
  // #region workspaces-of
  const switcher = await roster.workspacesOf({ organizationId, userId: "bo" });
  // #endregion

  expect(valueOf(switcher).items).toEqual([{ workspaceId, name: "Research", description: "", role: "admin" }]);
});

it("access", async () => {
  // #region access
  const access = await roster.access({ organizationId, workspaceId, userId: "cy" });
  // #endregion

  expect(valueOf(access)).toMatchObject({
    role: "member",
    permissions: ["resources:use"],
    reasons: [{ code: "role_assignment", role: "member", grantedBy: { userId: "ada" } }],
    denials: [],
  });
});

it("can", async () => {
  // #region can
  const permission = "members:manage";
  const may = await roster.can({ organizationId, workspaceId, userId: "cy", permission });
  // #endregion

  expect(valueOf(may)).toBe(false);
});

it("accessMany", async () => {
  // #region access-many
  const many = await roster.accessMany({
    organizationId,
    workspaceIds: ["research", "elsewhere"],
    userIds: ["bo", "dee"],
  });
  // #endregion

  expect(valueOf(many).map(({ workspaceId, userId, access }) => [workspaceId, userId, access?.role])).toEqual([
    ["research", "bo", "admin"],
    ["research", "dee", null],
    ["elsewhere", "bo", undefined],
    ["elsewhere", "dee", undefined],
  ]);
});

it("atLeast", async () => {
  // #region at-least
  const fresh = await roster.listMembers({ organizationId, workspaceId, actor, atLeast: revision });
  // #endregion

  expect(valueOf(fresh).items).toHaveLength(3);
  const impatient = createRoster({ storage, deadlineMs: 0 });
  valueOf(
    await impatient.createOrganization({ organizationId, name: "Acme", owner: { userId: "ada", displayName: "A" } }),
  );
  const late = await impatient.workspacesOf({ organizationId, userId: "ada", atLeast: 2 });
  expect(late._unsafeUnwrapErr()).toEqual({ code: "revision_not_reached", atLeast: 2, revision: 1 });
});

it("events", async () => {
  // #region events
  const trail = await roster.events({ organizationId, actor, workspaceId, userId: "bo" });
  // #endregion

  expect(valueOf(trail).items).toMatchObject([{ type: "workspace.member.added", actor, authority: "workspace_admin" }]);
});

it("changes", async () => {
  const lastSeen = 6;
  const published: string[] = [];
  const stop = new AbortController();
  const { signal } = stop;
  const publish = (event: RosterCloudEvent): Promise<void> => {
    published.push(event.type);
    if (published.length === 3) stop.abort();
    return Promise.resolve();
  };

  // #region changes
  for await (const event of roster.changes({ organizationId, after: lastSeen, signal })) {
    await publish(toCloudEvent(event));
  }
  // #endregion

  expect(published).toEqual(Array.from({ length: 3 }, () => "workspace-roster.workspace.member.added"));
});
