import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserId, WorkspaceId } from "../../src/index.ts";
import { after, run } from "../support/property/roster.ts";
import { historyIn, opening, stepsIn } from "../support/property/steps.ts";
import { eventsOf, tablesOf } from "../support/property/tables.ts";
import { north, scim } from "../support/property/values.ts";

const bySystem = stepsIn({ actors: [scim], idempotencyKeys: [], hasInvalid: false });

describe("only organization members are in a workspace (M1)", () => {
  it("rejects every non-member in a batch by id, whatever else the batch contains", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), fc.oneof(bySystem.addMembers, bySystem.setMembers), async (history, step) => {
        const open = opening(north, step.input.workspaceId as WorkspaceId);
        const { storage, roster } = await after([...history, open]);
        const { members, workspaces } = await tablesOf(storage, north);
        fc.pre(workspaces.get(step.input.workspaceId as WorkspaceId)?.status === "active");
        const strangers = step.input.members.filter(({ userId }) => !members.has(userId as UserId));

        const answer = await run(roster, step);

        const rejected = answer.match(
          (outcome) => outcome.rejected ?? [],
          (error) => (error.code === "members_rejected" ? error.rejected : []),
        );
        // The rest of a partial batch may be refused as a whole, to keep the last admin.
        fc.pre(answer.isOk() || answer.error.code !== "last_workspace_admin");
        expect(rejected.filter(({ code }) => code === "not_organization_member")).toEqual(
          strangers.map(({ userId }) => ({ code: "not_organization_member", userId })),
        );
      }),
      { numRuns: 80 },
    ));

  it("never makes a non-member the admin of a new workspace", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), bySystem.createWorkspace, async (history, step) => {
        const { storage, roster } = await after(history);
        const { members } = await tablesOf(storage, north);
        const { admin } = step.input;
        fc.pre(typeof admin === "string" && !members.has(admin as UserId));

        const answer = await run(roster, step);

        expect(answer._unsafeUnwrapErr()).toEqual({ code: "not_organization_member", userId: admin });
      }),
      { numRuns: 50 },
    ));

  it("never assigns a role to a non-member, and never keeps one for a former member", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), async (history) => {
        const { storage } = await after(history);

        const members = new Set<string>();
        const inWorkspaces = new Map<string, number>();
        for (const event of await eventsOf(storage, north)) {
          if (event.type === "organization.member.added") members.add(event.userId);
          if (event.type === "organization.member.removed") {
            members.delete(event.userId);
            expect(inWorkspaces.get(event.userId) ?? 0).toBe(0);
          }
          if (!event.type.startsWith("workspace.member") || !("userId" in event)) continue;
          expect(members).toContain(event.userId);
          const change = { "workspace.member.added": 1, "workspace.member.removed": -1 }[event.type as string] ?? 0;
          inWorkspaces.set(event.userId, (inWorkspaces.get(event.userId) ?? 0) + change);
        }
        for (const { userId } of (await tablesOf(storage, north)).assignments.values()) {
          expect(members).toContain(userId);
        }
      }),
      { numRuns: 80 },
    ));
});
