import { describe, expect, it } from "vitest";
import { adminCount, countRole, memberCount, type RoleCounts } from "../../../src/domain/workspace/role-counts.ts";
import { defaultWorkspaceRoles, defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";

const counts: RoleCounts = [
  ["admin", 2],
  ["member", 5],
];

describe("role counts", () => {
  it("counts holders of a role up and down", () => {
    expect([countRole(counts, "member", 1), countRole(counts, "admin", -1)]).toStrictEqual([
      [
        ["admin", 2],
        ["member", 6],
      ],
      [
        ["admin", 1],
        ["member", 5],
      ],
    ]);
  });

  it("keeps the roles sorted, whatever the order of changes", () => {
    const sorted = ["viewer", "admin", "editor"].reduce<RoleCounts>((sum, role) => countRole(sum, role, 1), []);

    expect(sorted).toStrictEqual([
      ["admin", 1],
      ["editor", 1],
      ["viewer", 1],
    ]);
  });

  it("omits a role without holders", () => {
    expect(countRole(counts, "admin", -2)).toStrictEqual([["member", 5]]);
  });

  it("sums up members", () => {
    expect([memberCount(counts), memberCount([])]).toStrictEqual([7, 0]);
  });

  it("A6: counts the holders of every role with members:manage as admins", () => {
    const roles = defineWorkspaceRoles({ owner: ["members:manage"], inviter: ["members:manage"], viewer: [] });
    const held: RoleCounts = [
      ["inviter", 3],
      ["owner", 1],
      ["retired", 9],
      ["viewer", 4],
    ];

    expect([adminCount(held, roles), adminCount(counts, defaultWorkspaceRoles)]).toStrictEqual([4, 2]);
  });
});
