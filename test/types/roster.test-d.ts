import type { ResultAsync } from "neverthrow";
import { describe, expectTypeOf, it } from "vitest";
import {
  type Access,
  type AccessDenial,
  type AccessReason,
  type AddMembersError,
  type AddMembersOutcome,
  createRoster,
  type CreateWorkspaceOutcome,
  defineWorkspaceRoles,
  type MemberRole,
} from "workspace-roster";
import type { RosterStorage } from "workspace-roster/storage";
import { memoryStorage } from "workspace-roster/memory";
import { type SqliteDatabase, sqliteStorage } from "workspace-roster/sqlite";
import { DatabaseSync } from "node:sqlite";

type Role = "admin" | "editor" | "viewer";
type Permission =
  "settings:manage" | "members:manage" | "resources:manage" | "resources:use" | "page:write" | "page:read";

const storage = memoryStorage();
const workspaceRoles = defineWorkspaceRoles({
  admin: ["members:manage", "page:write", "page:read"],
  editor: ["page:write", "page:read"],
  viewer: ["page:read"],
});
const roster = createRoster({ storage, workspaceRoles });
const plain = createRoster({ storage });

const actor = { userId: "ada" };
const inWeb = { organizationId: "acme", workspaceId: "web", actor };
const asked = { organizationId: "acme", workspaceId: "web", userId: "bo" };

type ErrorOf<Method> = Method extends (...input: never) => ResultAsync<unknown, infer Failure> ? Failure : never;

type ValueOf<Method> = Method extends (...input: never) => ResultAsync<infer Value, unknown> ? Value : never;

describe("A6: a host's own roles flow into the types", () => {
  it("defineWorkspaceRoles keeps the names of roles and permissions", () => {
    expectTypeOf(workspaceRoles).toEqualTypeOf<
      Readonly<Record<Role, readonly ("members:manage" | "page:write" | "page:read")[]>>
    >();
  });

  it("commands take the roster's own roles", () => {
    void roster.addMembers({ ...inWeb, members: [{ userId: "bo", role: "editor" }] });
    void roster.preview.addMembers({ ...inWeb, members: [{ userId: "bo", role: "viewer" }] });
    void roster.changeRoles({ ...inWeb, members: [{ userId: "bo", role: "admin" }] });
    void roster.setMembers({ ...inWeb, members: [{ userId: "bo", role: "viewer" }] });
  });

  it("a command refuses a role of the default catalogue, a string, and no role", () => {
    // @ts-expect-error -- this catalogue has no role "member".
    void roster.addMembers({ ...inWeb, members: [{ userId: "bo", role: "member" }] });
    // @ts-expect-error -- nor does it in a preview.
    void roster.preview.addMembers({ ...inWeb, members: [{ userId: "bo", role: "member" }] });
    // @ts-expect-error -- a string may be any role.
    void roster.addMembers({ ...inWeb, members: [{ userId: "bo", role: actor.userId }] });
    // @ts-expect-error -- a role is required.
    void roster.addMembers({ ...inWeb, members: [{ userId: "bo" }] });
    // @ts-expect-error -- a list can be filtered only by an existing role.
    void roster.listMembers({ ...inWeb, role: "member" });
    // @ts-expect-error -- the same for changing roles.
    void roster.changeRoles({ ...inWeb, members: [{ userId: "bo", role: "member" }] });
    // @ts-expect-error -- the same for setting members.
    void roster.setMembers({ ...inWeb, members: [{ userId: "bo", role: "member" }] });
  });

  it("outcomes and lists carry the roles", () => {
    expectTypeOf<ValueOf<typeof roster.addMembers>>().toEqualTypeOf<AddMembersOutcome<Role>>();
    expectTypeOf<AddMembersOutcome<Role>["added"][number]["role"]>().toEqualTypeOf<Role>();
    expectTypeOf<ValueOf<typeof roster.createWorkspace>>().toEqualTypeOf<CreateWorkspaceOutcome<Role>>();
    expectTypeOf<ValueOf<typeof roster.listMembers>["items"][number]["role"]>().toEqualTypeOf<Role>();
    expectTypeOf<ValueOf<typeof roster.candidates>["items"][number]["currentRole"]>().toEqualTypeOf<Role | null>();
    expectTypeOf<ValueOf<typeof roster.workspacesOf>["items"][number]["role"]>().toEqualTypeOf<Role>();
    expectTypeOf<ValueOf<typeof roster.access>>().toEqualTypeOf<Access<Role, Permission>>();
  });

  it("a role conflict carries the roles", () => {
    type Rejected = Extract<AddMembersError<Role>, { readonly code: "members_rejected" }>["rejected"][number];
    type Conflict = Extract<Rejected, { readonly code: "role_conflict" }>;

    expectTypeOf<ErrorOf<typeof roster.addMembers>>().toEqualTypeOf<AddMembersError<Role>>();
    expectTypeOf<[Conflict["currentRole"], Conflict["requestedRole"]]>().toEqualTypeOf<[Role, Role]>();
  });

  it("can takes the host's own and the built-in permissions, and no others", () => {
    void roster.can({ ...asked, permission: "page:write" });
    void roster.can({ ...asked, permission: "settings:manage" });
    void roster.can({ ...asked, permission: "resources:use" });
    // @ts-expect-error -- no role has this permission.
    void roster.can({ ...asked, permission: "page:delete" });
  });

  it("the reasons for access carry the roles, and the denials are a closed list", () => {
    expectTypeOf<Access<Role, Permission>["reasons"][number]>().toEqualTypeOf<AccessReason<Role>>();
    expectTypeOf<AccessDenial>().toEqualTypeOf<
      "not_organization_member" | "not_workspace_member" | "workspace_archived" | "unknown_role"
    >();
  });
});

describe("A6: without a catalogue", () => {
  it("the roles are admin and member only", () => {
    void plain.addMembers({ ...inWeb, members: [{ userId: "bo", role: "admin" }] });
    void plain.addMembers({ ...inWeb, members: [{ userId: "bo", role: "member" }] });
    // @ts-expect-error -- the default catalogue has no such role.
    void plain.addMembers({ ...inWeb, members: [{ userId: "bo", role: "editor" }] });
    expectTypeOf<ValueOf<typeof plain.addMembers>["added"][number]["role"]>().toEqualTypeOf<"admin" | "member">();
  });

  it("the permissions are the built-in ones only", () => {
    void plain.can({ ...asked, permission: "members:manage" });
    // @ts-expect-error -- a permission of another host.
    void plain.can({ ...asked, permission: "page:write" });
  });

  it("organization roles do not depend on the catalogue", () => {
    const people = { organizationId: "acme", actor };
    void roster.addOrganizationMembers({ ...people, members: [{ userId: "bo", displayName: "Bo", role: "billing" }] });
    void roster.listOrganizationMembers({ ...people, role: "member" });
    // @ts-expect-error -- a workspace role of this host is not an organization role.
    void roster.listOrganizationMembers({ ...people, role: "editor" });
  });
});

describe("input", () => {
  it("an actor is a user or a system", () => {
    void plain.addMembers({ ...inWeb, actor: { system: "scim" }, members: [] });
    // @ts-expect-error -- one of them is required.
    void plain.addMembers({ ...inWeb, actor: {}, members: [] });
    // @ts-expect-error -- an actor is not just an id.
    void plain.addMembers({ ...inWeb, actor: "ada", members: [] });
  });

  it("an unknown field is refused", () => {
    // @ts-expect-error -- there is no such field.
    void plain.addMembers({ ...inWeb, members: [], force: true });
    // @ts-expect-error -- there is no such mode.
    void plain.addMembers({ ...inWeb, members: [], mode: "best effort" });
  });

  it("a batch may be read-only", () => {
    const members = [{ userId: "bo", role: "member" }] as const;
    void plain.addMembers({ ...inWeb, members });
  });

  it("a list in an outcome cannot be changed", () => {
    expectTypeOf<AddMembersOutcome["added"]>().toEqualTypeOf<readonly MemberRole[]>();
  });

  it("a catalogue's first role is not checked by the compiler, but its permissions are strings", () => {
    // @ts-expect-error -- a permission is a string.
    expectTypeOf(() => defineWorkspaceRoles({ admin: [1] })).toBeFunction();
  });
});

describe("storages", () => {
  it("each storage is a RosterStorage, and is made from its options", () => {
    expectTypeOf(memoryStorage()).toExtend<RosterStorage>();
    expectTypeOf(sqliteStorage).returns.toExtend<RosterStorage>();
    expectTypeOf<DatabaseSync>().toExtend<SqliteDatabase>();
    expectTypeOf(() =>
      createRoster({ storage: sqliteStorage({ database: new DatabaseSync(":memory:") }) }),
    ).toBeFunction();
    // @ts-expect-error -- a roster needs a storage.
    expectTypeOf(() => createRoster({})).toBeFunction();
    // @ts-expect-error -- a database alone is not a storage.
    expectTypeOf(() => createRoster({ storage: new DatabaseSync(":memory:") })).toBeFunction();
  });
});
