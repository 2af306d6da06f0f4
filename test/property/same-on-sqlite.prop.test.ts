import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStorage } from "../../src/memory.ts";
import { dump } from "../../src/testing/dump.ts";
import { listCallIn, walk } from "../support/property/queries.ts";
import { onSqlite, play, rosterOn } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { founding, populating, stepIn } from "../support/property/steps.ts";
import { eventsOf } from "../support/property/tables.ts";
import { north, scim, south } from "../support/property/values.ts";

const archiving: Step = {
  command: "archiveWorkspace",
  input: { organizationId: north, actor: scim, workspaceId: "toString" },
};
const steps = fc
  .array(fc.oneof({ weight: 3, arbitrary: stepIn() }, stepIn({ organizationId: south })), {
    maxLength: 20,
    size: "max",
  })
  .map((some): readonly Step[] => [...populating(north), archiving, founding(south), ...some]);
const paged = fc.record({ list: listCallIn(north), limit: fc.constantFrom(1, 2, 3, 50, 500) });

describe("SQLite behaves like memory", () => {
  it("returns the same for every command and every page of every list, and stores the same", () =>
    fc.assert(
      fc.asyncProperty(steps, fc.array(paged, { maxLength: 16, size: "max" }), (history, lists) =>
        onSqlite(async (sqlite) => {
          const memory = memoryStorage();
          const onFile = rosterOn(sqlite);
          const inMemory = rosterOn(memory);

          expect(await play(onFile, history)).toEqual(await play(inMemory, history));

          for (const { list, limit } of lists) {
            expect(await walk(onFile, list, limit)).toEqual(await walk(inMemory, list, limit));
          }
          for (const organizationId of [north, south]) {
            expect(await dump(sqlite, organizationId)).toEqual(await dump(memory, organizationId));
            expect(await eventsOf(sqlite, organizationId)).toStrictEqual(await eventsOf(memory, organizationId));
          }
        }),
      ),
      { numRuns: 100 },
    ));
});
