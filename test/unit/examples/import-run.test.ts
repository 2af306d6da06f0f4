import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { createRoster, type Roster } from "workspace-roster";
import type { RosterStorage } from "workspace-roster/storage";
import { memoryStorage } from "workspace-roster/memory";
import { sqliteStorage } from "workspace-roster/sqlite";
import type { OrganizationPlan } from "../../../examples/admin/import/import-plan.ts";
import { type ImportProgress, type ImportReport, runImport } from "../../../examples/admin/import/run-import.ts";
import { exampleFile, exampleId, exampleRoles } from "../../support/examples/import-example.ts";
import { eventsOf, dumpOf, replayed } from "../../support/examples/organization-dump.ts";
import { planOf } from "../../support/examples/plan-of.ts";

const engines: readonly (readonly [string, () => Promise<RosterStorage>])[] = [
  ["memory", () => Promise.resolve(memoryStorage())],
  [
    "SQLite",
    async () => {
      const storage = sqliteStorage({ database: new DatabaseSync(":memory:") });
      (await storage.migrate())._unsafeUnwrap();
      return storage;
    },
  ],
];

async function imported(roster: Roster, plan: OrganizationPlan): Promise<ImportReport> {
  return (await runImport(roster, plan))._unsafeUnwrap();
}

async function rolesIn(storage: RosterStorage): Promise<object> {
  const { workspaces } = await dumpOf(storage, exampleId);
  return Object.fromEntries(Object.entries(workspaces).map(([workspaceId, { roles }]) => [workspaceId, roles]));
}

/** The numbers in a report about the teams. */
function numbersOf({ workspaces }: ImportReport): object {
  return {
    new: workspaces.filter(({ isNew }) => isNew).length,
    lentNow: workspaces.filter(({ lentAdmin }) => lentAdmin === "added").length,
    lentBefore: workspaces.filter(({ lentAdmin }) => lentAdmin === "already").length,
    added: workspaces.reduce((sum, { added }) => sum + added, 0),
    already: workspaces.reduce((sum, { already }) => sum + already, 0),
  };
}

describe.each(engines)("an import into %s", (_, open) => {
  it("adds people, workspaces and roles, and rejects people who cannot have the role in the file", async () => {
    const storage = await open();

    const report = await imported(createRoster({ storage }), planOf(exampleFile));

    expect(report.people).toEqual({ added: 6, already: 0, admins: 2, rejections: [] });
    expect(numbersOf(report)).toEqual({ new: 5, lentNow: 3, lentBefore: 0, added: 7, already: 0 });
    expect(report.refused).toEqual([]);
    expect(report.workspaces.flatMap(({ rejections }) => rejections)).toEqual([
      {
        team: "web/ops",
        userId: "bo",
        role: "member",
        reason: { code: "not_organization_member", userId: "bo" },
      },
      {
        team: "board",
        userId: "ada",
        role: "member",
        reason: { code: "role_conflict", userId: "ada", currentRole: "admin", requestedRole: "member" },
      },
      {
        team: "guests",
        userId: "zoe",
        role: "admin",
        reason: { code: "not_organization_member", userId: "zoe" },
      },
    ]);
    expect(await rolesIn(storage)).toEqual(exampleRoles);
  });

  it("writes no event on the second run", async () => {
    const storage = await open();
    const roster = createRoster({ storage });
    const first = await imported(roster, planOf(exampleFile));
    const events = await eventsOf(storage, exampleId);

    const second = await imported(roster, planOf(exampleFile));

    expect(await eventsOf(storage, exampleId)).toEqual(events);
    expect(second.people).toEqual({ added: 0, already: 6, admins: 2, rejections: [] });
    expect(numbersOf(second)).toEqual({ new: 0, lentNow: 0, lentBefore: 3, added: 0, already: 7 });
    expect(second.workspaces.map(({ rejections }) => rejections)).toEqual(
      first.workspaces.map(({ rejections }) => rejections),
    );
  });

  it("with --ignore-case after an import without it, adds only the people who were spelled differently", async () => {
    const storage = await open();
    const roster = createRoster({ storage });
    await imported(roster, planOf(exampleFile));
    const before = await eventsOf(storage, exampleId);

    await imported(roster, planOf(exampleFile, true));

    const { "web/ops": ops, ...others } = exampleRoles;
    expect(await rolesIn(storage)).toEqual({ ...others, "web/ops": { ...ops, Bo: "member" } });
    expect(await eventsOf(storage, exampleId)).toHaveLength(before.length + 1);
  });

  it("writes events that replay to the stored organization", async () => {
    const storage = await open();

    await imported(createRoster({ storage }), planOf(exampleFile));

    const events = await eventsOf(storage, exampleId);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((__, index) => index + 1));
    expect(replayed(exampleId, events)).toEqual(await dumpOf(storage, exampleId));
  });

  it("continues after a team that the roster refuses", async () => {
    const storage = await open();
    const text = "orgs: { acme: { admins: [ada], teams: { Web: {}, web: { members: [ada] }, ops: {} } } }";

    const report = await imported(createRoster({ storage }), planOf(text));

    expect(report.refused).toEqual([
      {
        team: expect.objectContaining({ workspaceId: "web" }) as unknown,
        reason: { code: "workspace_name_taken", workspaceId: "Web", name: "web" },
      },
    ]);
    expect(await rolesIn(storage)).toEqual({ Web: { ada: "admin" }, ops: { ada: "admin" } });
  });

  it("stops at an invalid person, and says which one it is", async () => {
    const storage = await open();
    const plan = planOf(`orgs: { acme: { admins: [ada], members: ["b\\u200bo"] } }`);

    const result = await runImport(createRoster({ storage }), plan);

    expect(result._unsafeUnwrapErr()).toMatchObject({ code: "invalid_input", issues: [{ path: "members[0].userId" }] });
  });

  it("rejects another organization role for somebody who has one already, and keeps that one", async () => {
    const storage = await open();
    const roster = createRoster({ storage });
    await imported(roster, planOf("orgs: { acme: { admins: [ada], members: [bo] } }"));

    const { people } = await imported(roster, planOf("orgs: { acme: { admins: [ada, bo], members: [cy] } }"));

    expect(people).toEqual({
      added: 1,
      already: 1,
      admins: 1,
      rejections: [
        {
          team: null,
          userId: "bo",
          role: "admin",
          reason: { code: "role_conflict", userId: "bo", currentRole: "member", requestedRole: "admin" },
        },
      ],
    });
  });

  it("adds the members of a large organization in batches, and reports progress", async () => {
    const storage = await open();
    const names = Array.from({ length: 600 }, (__, index) => `p${index}`);
    const plan = planOf(`orgs: { acme: { admins: [ada], members: [${names.join(", ")}], teams: { web: {} } } }`);
    const steps: ImportProgress[] = [];

    (await runImport(createRoster({ storage }), plan, (progress) => steps.push(progress)))._unsafeUnwrap();

    expect(steps).toEqual([
      { people: 251, workspaces: 0 },
      { people: 501, workspaces: 0 },
      { people: 601, workspaces: 0 },
      { people: 601, workspaces: 1 },
    ]);
  });
});
