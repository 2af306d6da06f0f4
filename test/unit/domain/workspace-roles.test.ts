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
  it("has admin, who may everything, and member, who may use", () => {
    expect(defaultWorkspaceRoles).toStrictEqual({
      admin: ["settings:manage", "members:manage", "resources:manage", "resources:use"],
      member: ["resources:use"],
    });
  });
});

describe("A6: defineWorkspaceRoles", () => {
  it("gives the catalogue as it was written, in its order", () => {
    const roles = defineWorkspaceRoles({ owner: ["members:manage", "page:write"], viewer: ["page:read"], guest: [] });

    expect([roles, Object.keys(roles)]).toStrictEqual([
      { owner: ["members:manage", "page:write"], viewer: ["page:read"], guest: [] },
      ["owner", "viewer", "guest"],
    ]);
  });

  it("gives a copy that nobody can change", () => {
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
    "throws at a role named %j",
    (name) => {
      expect(() => defineWorkspaceRoles({ owner: ["members:manage"], [name]: [] })).toThrow(TypeError);
    },
  );

  it.each(["a", "a-b_c9", "constructor", "a".repeat(63)])("takes a role named %j", (name) => {
    const roles = defineWorkspaceRoles({ owner: ["members:manage"], [name]: ["page:read"] });

    expect(permissionsOf(roles, name)).toStrictEqual(["page:read"]);
  });

  it("shows at most 100 characters of a role's name", () => {
    expect(() => defineWorkspaceRoles({ ["Ж".repeat(1_000)]: [] })).toThrow(/^[^Ж]*Ж{1,100}[^Ж]*$/u);
  });

  it.each([
    ["without a role", {}],
    ["whose first role cannot manage members", { viewer: ["page:read"], owner: ["members:manage"] }],
    ["whose roles permit nothing", { owner: [] }],
  ])("throws at a catalogue %s, for nobody could add a member", (_, roles: Record<string, string[]>) => {
    expect(() => defineWorkspaceRoles(roles)).toThrow(
      new TypeError('The first workspace role must have "members:manage", because the creator of a workspace gets it.'),
    );
  });
});

describe("A6: reading a catalogue", () => {
  const roles = defineWorkspaceRoles({ owner: ["members:manage"], inviter: ["members:manage"], viewer: ["page:read"] });

  it("the creator gets the first role, everyone the last", () => {
    expect([creatorRole(roles), everyoneRole(roles)]).toStrictEqual(["owner", "viewer"]);
  });

  it("an admin role is one with members:manage", () => {
    expect(["owner", "inviter", "viewer", "retired"].map((role) => isAdminRole(roles, role))).toStrictEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each(["retired", "constructor", "__proto__", "hasOwnProperty"])("an unknown role permits nothing: %s", (role) => {
    expect(permissionsOf(roles, role)).toStrictEqual([]);
  });
});
