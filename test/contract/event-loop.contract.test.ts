import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import { memoryStorage } from "../../src/memory.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { largeCommands } from "../support/large-commands.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";

const timeout = 120_000;
const most = 50;
/** The memory store applies a commit of 49,998 changes as one block; PostgreSQL gets it as one statement. */
const mostOfLargest = 100;

/** The commands that blocked the event loop for too long, in the best of three runs. */
async function tooLong(open: () => Promise<RosterStorage>): Promise<readonly string[]> {
  const best = new Map<string, number>();
  for (let run = 1; run <= 3; run += 1) {
    for (const [name, stretch] of Object.entries(await largeCommands(await open()))) {
      best.set(name, Math.min(best.get(name) ?? Infinity, stretch));
    }
    if (exceeding(best).length === 0) break;
  }
  return exceeding(best);
}

function exceeding(stretches: ReadonlyMap<string, number>): readonly string[] {
  return [...stretches]
    .filter(([name, stretch]) => stretch > (name === "removeOrganizationMembers" ? mostOfLargest : most))
    .map(([name, stretch]) => `${name}: ${stretch.toFixed(0)} ms`);
}

describe("a command with the largest batch gives way to other work", () => {
  it("on memory", { timeout }, async () => {
    expect(await tooLong(() => Promise.resolve(memoryStorage()))).toEqual([]);
  });
});

describeOnPostgres("a command with the largest batch gives way to other work", (database) => {
  it("on PostgreSQL", { timeout }, async () => {
    const { pool, migrated } = database();
    const open = async () => postgresStorage({ client: pool, schema: (await migrated()).schema });

    expect(await tooLong(open)).toEqual([]);
  });
});
