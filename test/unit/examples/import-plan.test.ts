import { describe, expect, it } from "vitest";
import { type OrganizationPlan, planImport, type WorkspacePlan } from "../../../examples/admin/import/import-plan.ts";
import { parseOrganizationFile } from "../../../examples/admin/import/organization-file.ts";
import { asWritten, sameSpelling } from "../../../examples/admin/import/same-spelling.ts";
import { planOf as planOfFile } from "../../support/examples/plan-of.ts";

interface Given {
  readonly admins?: string;
  readonly members?: string;
  readonly teams: string;
  readonly ignoresCase?: boolean;
}

/** The plan for an organization with the admins ada and alan and the members bo and cy. */
function planOf({ admins = "[ada, alan]", members = "[bo, cy]", teams, ignoresCase = false }: Given): OrganizationPlan {
  const acme = `{ name: Acme, admins: ${admins}, members: ${members}, teams: ${teams} }`;
  return planOfFile(`orgs: { acme: ${acme} }`, ignoresCase);
}

function workspaceOf(given: Given): WorkspacePlan {
  const [workspace] = planOf(given).workspaces;
  if (workspace === undefined) throw new Error("The plan has no workspace.");
  return workspace;
}

describe("the plan of an import", () => {
  it("contains each person of the organization once, admins first", () => {
    const { organizationId, name, members } = planOf({ members: "[bo, ada, bo]", teams: "{}" });

    expect({ organizationId, name, members }).toEqual({
      organizationId: "acme",
      name: "Acme",
      members: [
        { userId: "ada", displayName: "ada", role: "admin" },
        { userId: "alan", displayName: "alan", role: "admin" },
        { userId: "bo", displayName: "bo", role: "member" },
      ],
    });
  });

  it("names nested teams by their path, each after the team around it", () => {
    const { workspaces } = planOf({ teams: "{ a: { teams: { b: { teams: { c: {} } } } }, d: {} }" });

    expect(workspaces.map(({ workspaceId }) => workspaceId)).toEqual(["a", "a/b", "a/b/c", "d"]);
    expect(workspaces.map(({ name }) => name)).toEqual(["a", "a/b", "a/b/c", "d"]);
  });

  it("makes maintainers workspace admins, and members workspace members", () => {
    expect(workspaceOf({ teams: "{ web: { description: Site, maintainers: [bo], members: [cy] } }" })).toEqual({
      workspaceId: "web",
      name: "web",
      description: "Site",
      firstAdmin: "bo",
      isAdminLent: false,
      members: [
        { userId: "bo", role: "admin" },
        { userId: "cy", role: "member" },
      ],
    });
  });

  it.each([
    ["no maintainer", "{ members: [bo] }", "ada", true],
    ["no maintainer, and the first admin as a member", "{ members: [ada] }", "alan", true],
    ["no maintainer, and every admin as a member", "{ members: [ada, alan] }", "ada", true],
    ["nobody", "{}", "ada", true],
    ["a stranger as maintainer", "{ maintainers: [zoe] }", "ada", true],
    ["a stranger as first maintainer", "{ maintainers: [zoe, cy, bo] }", "cy", false],
    ["an organization admin as maintainer", "{ maintainers: [alan] }", "alan", false],
  ])("chooses the first admin of a team with %s", (_, team, firstAdmin, isAdminLent) => {
    expect(workspaceOf({ teams: `{ web: ${team} }` })).toMatchObject({ firstAdmin, isAdminLent });
  });

  it("takes who is maintainer and member for a maintainer, and says so", () => {
    const plan = planOf({ teams: "{ web: { maintainers: [bo], members: [cy, bo, cy] } }" });

    expect(plan.workspaces[0]?.members).toEqual([
      { userId: "bo", role: "admin" },
      { userId: "cy", role: "member" },
    ]);
    expect(plan.remarks).toEqual([
      "web: 2 of its names are repetitions; somebody named in both lists is a maintainer.",
    ]);
  });

  it("compares names byte for byte", () => {
    const { members } = workspaceOf({ teams: "{ web: { members: [Bo, bo] } }" });

    expect(members.map(({ userId }) => userId)).toEqual(["Bo", "bo"]);
  });

  it("with --ignore-case spells a name as the organization does, otherwise as it is first spelled", () => {
    const teams = "{ web: { maintainers: [bO, zoe], members: [BO, CY, ZOE, Zoe] } }";

    const { members, workspaces } = planOf({ members: "[Bo, bo, cy]", teams, ignoresCase: true });

    expect(members.map(({ userId }) => userId)).toEqual(["ada", "alan", "Bo", "cy"]);
    expect(workspaces[0]).toMatchObject({
      firstAdmin: "Bo",
      members: [
        { userId: "Bo", role: "admin" },
        { userId: "zoe", role: "admin" },
        { userId: "cy", role: "member" },
      ],
    });
  });

  it("with --ignore-case uses one id for a person in all organizations of the file", () => {
    const text = "orgs: { one: { admins: [Ada], teams: { t: { members: [Bo] } } }, two: { admins: [ADA, bo] } }";
    const file = parseOrganizationFile(text)._unsafeUnwrap();

    const [one, two] = planImport(file, sameSpelling(file))._unsafeUnwrap();

    expect(one?.workspaces[0]?.members).toEqual([{ userId: "bo", role: "member" }]);
    expect(two?.members.map(({ userId }) => userId)).toEqual(["Ada", "bo"]);
  });

  it("shortens a long description and a long name, and says so", () => {
    const long = "x".repeat(120);

    const plan = planOf({ teams: `{ ${long}: {}, web: { description: ${"y".repeat(1_001)} } }` });

    expect(plan.workspaces.map(({ workspaceId, name }) => [workspaceId, name])).toEqual([
      [long, `${"x".repeat(99)}…`],
      ["web", "web"],
    ]);
    expect(plan.workspaces[1]?.description).toBe(`${"y".repeat(999)}…`);
    expect(plan.remarks).toEqual([
      `${long}: the name is shortened to 100 characters.`,
      "web: the description is shortened to 1,000 characters.",
    ]);
  });

  it.each([
    ["an organization without an admin", "orgs: { acme: { members: [bo] } }", "acme has no admin"],
    [
      "two teams with the same path",
      "orgs: { acme: { admins: [ada], teams: { a/b: {}, a: { teams: { b: {} } } } } }",
      "path a/b",
    ],
  ])("refuses %s", (_, text, problem) => {
    const file = parseOrganizationFile(text)._unsafeUnwrap();

    expect(planImport(file, asWritten)._unsafeUnwrapErr()).toContain(problem);
  });
});
