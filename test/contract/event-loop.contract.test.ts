import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import { memoryStorage } from "../../src/memory.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { largeCommands } from "../support/large-commands.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";

const timeout = 120_000;
const most = 50;
/** One commit of 49,998 changes is one block of the memory store, and one statement to PostgreSQL. */
const mostOfLargest = 100;

/** The commands that kept the event loop to themselves for too long, in the best of three runs. */
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

describe("a command with the largest batch lets others have their turn", () => {
  it("on memory", { timeout }, async () => {
    expect(await tooLong(() => Promise.resolve(memoryStorage()))).toEqual([]);
  });
});

describeOnPostgres("a command with the largest batch lets others have their turn", (database) => {
  it("on PostgreSQL", { timeout }, async () => {
    const { pool, migrated } = database();
    const open = async () => postgresStorage({ client: pool, schema: (await migrated()).schema });

    expect(await tooLong(open)).toEqual([]);
  });
});
