import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, onMemory, onSqlite } from "../support/property/roster.ts";
import { historyIn } from "../support/property/steps.ts";
import { replayed, tablesOf } from "../support/property/tables.ts";
import { north } from "../support/property/values.ts";

describe.each([
  { engine: "memory", on: onMemory, numRuns: 150 },
  { engine: "SQLite", on: onSqlite, numRuns: 50 },
])("the events of an organization agree with its tables ($engine)", ({ on, numRuns }) => {
  it("fold into the same members, workspaces, assignments and counts", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), (history) =>
        on(async (storage) => {
          await after(history, {}, storage);

          const { revision, ...tables } = await tablesOf(storage, north);

          const { revision: _, ...fromEvents } = await replayed(storage, north);
          expect(tables).toEqual(fromEvents);
          expect(revision).toBeGreaterThan(0);
        }),
      ),
      { numRuns },
    ));

  it("keep counts that equal the number of rows", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), (history) =>
        on(async (storage) => {
          await after(history, {}, storage);

          const { organization, members, workspaces, assignments } = await tablesOf(storage, north);

          expect(organization).toMatchObject({
            memberCount: members.size,
            adminCount: [...members.values()].filter(({ role }) => role === "admin").length,
            activeWorkspaceCount: [...workspaces.values()].filter(({ status }) => status === "active").length,
          });
          for (const { workspaceId, roleCounts } of workspaces.values()) {
            const held = [...assignments.values()].filter((assignment) => assignment.workspaceId === workspaceId);
            const holders = Map.groupBy(held, ({ role }) => role);
            expect(roleCounts).toEqual(["admin", "member"].flatMap((role) => countOf(role, holders.get(role))));
          }
        }),
      ),
      { numRuns },
    ));
});

function countOf(role: string, holders: readonly unknown[] | undefined): readonly [string, number][] {
  return holders === undefined ? [] : [[role, holders.length]];
}
