import { describe, expect, it } from "vitest";
import {
  creatorRole,
  defaultWorkspaceRoles,
  defineWorkspaceRoles,
  everyoneRole,
  isAdminRole,
  permissionsOf,
} from "../../../src/domain/workspace/workspace-roles.ts";

describe("A6: the default catalogue", () => {
  it("has admin with all permissions, and member with resources:use", () => {
    expect(defaultWorkspaceRoles).toStrictEqual({
      admin: ["settings:manage", "members:manage", "resources:manage", "resources:use"],
      member: ["resources:use"],
    });
  });
});

describe("A6: defineWorkspaceRoles", () => {
  it("returns the catalogue as written, in its order", () => {
    const roles = defineWorkspaceRoles({ owner: ["members:manage", "page:write"], viewer: ["page:read"], guest: [] });

    expect([roles, Object.keys(roles)]).toStrictEqual([
      { owner: ["members:manage", "page:write"], viewer: ["page:read"], guest: [] },
      ["owner", "viewer", "guest"],
    ]);
  });

  it("returns a copy that cannot be changed", () => {
    const mine: { owner: "members:manage"[]; viewer: "members:manage"[] } = { owner: ["members:manage"], viewer: [] };
    const roles = defineWorkspaceRoles(mine);

    mine.viewer.push("members:manage");

    expect([roles.viewer, Object.isFrozen(roles), Object.values(roles).every(Object.isFrozen)]).toStrictEqual([
      [],
      true,
      true,
    ]);
  });

  it.each(["", "Admin", "1st", "_role", "über", "two words", "toString", "__proto__x", "a".repeat(64)])(
    "throws for a role named %j",
    (name) => {
      expect(() => defineWorkspaceRoles({ owner: ["members:manage"], [name]: [] })).toThrow(TypeError);
    },
  );

  it.each(["a", "a-b_c9", "constructor", "a".repeat(63)])("accepts a role named %j", (name) => {
    const roles = defineWorkspaceRoles({ owner: ["members:manage"], [name]: ["page:read"] });

    expect(permissionsOf(roles, name)).toStrictEqual(["page:read"]);
  });

  it("shows at most 100 characters of a role name", () => {
    expect(() => defineWorkspaceRoles({ ["Ж".repeat(1_000)]: [] })).toThrow(/^[^Ж]*Ж{1,100}[^Ж]*$/u);
  });

  it.each([
    ["without a role", {}],
    ["whose first role cannot manage members", { viewer: ["page:read"], owner: ["members:manage"] }],
    ["whose roles have no permissions", { owner: [] }],
  ])("throws for a catalogue %s, because nobody could add a member", (_, roles: Record<string, string[]>) => {
    expect(() => defineWorkspaceRoles(roles)).toThrow(
      new TypeError('The first workspace role must have "members:manage", because the creator of a workspace gets it.'),
    );
  });
});

describe("A6: reading a catalogue", () => {
  const roles = defineWorkspaceRoles({ owner: ["members:manage"], inviter: ["members:manage"], viewer: ["page:read"] });

  it("gives the creator the first role and everyone the last", () => {
    expect([creatorRole(roles), everyoneRole(roles)]).toStrictEqual(["owner", "viewer"]);
  });

  it("counts a role with members:manage as an admin role", () => {
    expect(["owner", "inviter", "viewer", "retired"].map((role) => isAdminRole(roles, role))).toStrictEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each(["retired", "constructor", "__proto__", "hasOwnProperty"])(
    "an unknown role has no permissions: %s",
    (role) => {
      expect(permissionsOf(roles, role)).toStrictEqual([]);
    },
  );
});
