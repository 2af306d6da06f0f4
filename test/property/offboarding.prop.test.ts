import fc from "fast-check";
import { err } from "neverthrow";
import { describe, expect, it } from "vitest";
import { createRoster, type Roster, type RosterEvent } from "workspace-roster";
import type { RosterStorage } from "workspace-roster/storage";
import { busiestMembers } from "../../examples/admin/offboard/busiest-members.ts";
import { runImport } from "../../examples/admin/import/run-import.ts";
import { need } from "../../src/application/ports/need.ts";
import { valueOf } from "../support/acme-roster.ts";
import {
  generatedId as organizationId,
  generatedOrganization,
  randomFrom,
} from "../support/examples/import-organization.ts";
import { eventsOf, type OrganizationDump, dumpOf, replayed } from "../support/examples/organization-dump.ts";
import { byRolesHeld, offboarded } from "../support/examples/offboarding-rules.ts";
import { planOf } from "../support/examples/plan-of.ts";
import { onMemory, onSqlite } from "../support/property/roster.ts";

const inOrganization = { organizationId, actor: { system: "test" } };
const seeds = fc.noShrink(fc.nat());

/** An imported organization with a fifth of its workspaces archived, and the users to remove from it. */
interface Scene {
  readonly storage: RosterStorage;
  readonly roster: Roster;
  readonly dump: OrganizationDump;
  readonly events: readonly RosterEvent[];
  /** An organization admin with workspace roles, who stays. */
  readonly successor: string;
  /** The ten other members with the most roles. */
  readonly leaving: readonly string[];
}

describe.each([
  ["memory", onMemory],
  ["SQLite", onSqlite],
])("removing the ten busiest people of an imported organization, on %s", (_, onStore) => {
  /** Checks a law in several organizations. */
  const holds = (law: (scene: Scene) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(seeds, (seed) => onStore(async (storage) => law(await imported(storage, seed)))),
      { numRuns: 4 },
    );

  it("O4, M9: removes all their roles in one commit and makes the successor admin where they were the last admins", async () => {
    const seen = new Set<string>();
    await holds(async ({ storage, roster, dump, events, leaving, successor }) => {
      const expected = offboarded(dump, leaving, successor);

      const command = { ...inOrganization, userIds: leaving, successor };
      const outcome = valueOf(await roster.removeOrganizationMembers(command));

      const after = await dumpOf(storage, organizationId);
      const all = await eventsOf(storage, organizationId);
      const caused = all.slice(events.length);
      expect(outcome).toMatchObject({
        removed: leaving.map((userId) => ({ userId, role: dump.members[userId]?.role })),
        unchanged: [],
        rejected: [],
      });
      expect(after).toEqual(expected.dump);
      expect(replayed(organizationId, all)).toEqual(after);
      expect(all.slice(0, events.length)).toEqual(events);
      expect(caused.map(({ sequence }) => sequence)).toEqual(caused.map((__, index) => events.length + index + 1));
      expect(caused.map(newEventOf).map(asText).sort()).toEqual(expected.newEvents.map(asText).sort());
      expect([...new Set(caused.map(({ operationId }) => operationId))]).toEqual([outcome.operationId]);
      await expectCounts(storage, after, outcome.revision);
      for (const { type } of caused) seen.add(type);
    });
    expect([...seen].sort()).toEqual([
      "organization.member.removed",
      "workspace.member.added",
      "workspace.member.removed",
      "workspace.member.role_changed",
    ]);
  });

  it("O4: is refused without a successor, with exactly the workspaces that would have no admin", () =>
    holds(async (scene) => {
      const { roster, dump, leaving, successor } = scene;
      const command = { ...inOrganization, userIds: leaving };

      const previewed = await roster.preview.removeOrganizationMembers(command);
      const refused = await roster.removeOrganizationMembers(command);

      const { orphaned } = offboarded(dump, leaving, successor);
      expect(orphaned).not.toEqual([]);
      expect(refused).toEqual(err({ code: "last_workspace_admin", workspaceIds: orphaned }));
      expect(previewed).toEqual(refused);
      await expectUntouched(scene);
    }));

  it("O2: is refused if they include all admins of the organization, even with a successor", () =>
    holds(async (scene) => {
      const { roster, dump, leaving } = scene;
      const admins = Object.keys(dump.members).filter((userId) => dump.members[userId]?.role === "admin");
      const userIds = [...new Set([...leaving, ...admins])];
      const successor = byRolesHeld(dump).find((userId) => !userIds.includes(userId)) ?? null;

      const refused = await roster.removeOrganizationMembers({ ...inOrganization, userIds, successor });

      expect(refused).toEqual(err({ code: "last_organization_admin" }));
      await expectUntouched(scene);
    }));

  it("O4: gives them no workspace when they join again, and may leave archived workspaces without an admin", () =>
    holds(async ({ storage, roster, leaving, successor }) => {
      valueOf(await roster.removeOrganizationMembers({ ...inOrganization, userIds: leaving, successor }));
      const { workspaces } = await dumpOf(storage, organizationId);
      const members = leaving.map((userId) => ({ userId, role: "member" as const, displayName: userId }));

      valueOf(await roster.addOrganizationMembers({ ...inOrganization, members }));

      expect((await dumpOf(storage, organizationId)).workspaces).toEqual(workspaces);
      for (const userId of leaving) {
        expect(valueOf(await roster.workspacesOf({ organizationId, userId })).items).toEqual([]);
      }
      for (const [workspaceId, { status, adminCount }] of Object.entries(workspaces)) {
        if (status === "active") continue;
        const restored = await roster.restoreWorkspace({ ...inOrganization, workspaceId });
        if (adminCount > 0) expect(restored.isOk()).toBe(true);
        else expect(restored).toEqual(err({ code: "last_workspace_admin", workspaceIds: [workspaceId] }));
      }
    }));

  it("removes those whom the example counts as the busiest", () =>
    holds(async ({ roster, leaving, successor }) => {
      expect(valueOf(await busiestMembers(roster, organizationId, 10, successor))).toEqual(leaving);
    }));
});

async function imported(storage: RosterStorage, seed: number): Promise<Scene> {
  const plan = planOf(generatedOrganization(seed, 60, 30));
  const roster = createRoster({ storage });
  (await runImport(roster, plan))._unsafeUnwrap();
  const random = randomFrom(seed);
  for (const { workspaceId } of plan.workspaces) {
    if (random() < 0.2) valueOf(await roster.archiveWorkspace({ ...inOrganization, workspaceId }));
  }
  const dump = await dumpOf(storage, organizationId);
  const events = await eventsOf(storage, organizationId);
  const busiest = byRolesHeld(dump);
  const [, successor = ""] = busiest.filter((userId) => dump.members[userId]?.role === "admin");
  const leaving = busiest.filter((userId) => userId !== successor).slice(0, 10);
  return { storage, roster, dump, events, successor, leaving };
}

async function expectUntouched({ storage, dump, events }: Scene): Promise<void> {
  expect(await dumpOf(storage, organizationId)).toEqual(dump);
  expect(await eventsOf(storage, organizationId)).toEqual(events);
}

async function expectCounts(
  storage: RosterStorage,
  { members, workspaces }: OrganizationDump,
  revision: number,
): Promise<void> {
  const facts = valueOf(await storage.load(organizationId as never, need({}), {}));
  expect(facts.revision).toBe(revision);
  expect(facts.organization).toMatchObject({
    memberCount: Object.keys(members).length,
    adminCount: Object.values(members).filter(({ role }) => role === "admin").length,
    activeWorkspaceCount: Object.values(workspaces).filter(({ status }) => status === "active").length,
  });
}

function newEventOf({ organizationId: _, sequence, operationId, actor, authority, at, ...event }: RosterEvent) {
  return event;
}

/** Equal for equal fields and values, in any order. */
function asText(event: object): string {
  return JSON.stringify(Object.entries(event).sort());
}
