import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RosterEvent } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";
import { generatedId, generatedOrganization, randomFrom } from "../support/examples/import-organization.ts";
import { eventsOf, type OrganizationDump, dumpOf, replayed } from "../support/examples/organization-dump.ts";
import { runImporter, startImporter } from "../support/examples/example-process.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));

const kills = 20;

/** The contents of a database. */
interface Imported {
  readonly dump: OrganizationDump;
  readonly events: readonly RosterEvent[];
}

describe(`an import that is killed ${kills} times (SEED=${seed})`, () => {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), "import-killed-"));
  const file = join(folder, "organization.yaml");
  let undisturbed: Imported;
  let durationMs: number;

  beforeAll(async () => {
    writeFileSync(file, generatedOrganization(seed, 300, 60));
    const database = join(folder, "undisturbed.db");
    const importer = startImporter([file, "--database", database]);
    await importer.begun;
    const begunAt = performance.now();
    const { exitCode, stderr } = await importer.ended;
    expect(exitCode, stderr).toBe(0);
    durationMs = performance.now() - begunAt;
    undisturbed = await importedIn(database);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    "leaves a consistent database after each kill, and a complete one after a final run",
    { timeout: 300_000 },
    async () => {
      const eventsAtKills: number[] = [];
      for (let index = 0; eventsAtKills.length < kills; index += 1) {
        const database = join(folder, `killed-${index}.db`);
        // Until the import is done, when there is nothing left to interrupt in this database.
        while (eventsAtKills.length < kills && (await killedImport(database, random() * durationMs * 0.6))) {
          const { dump, events } = await importedIn(copyOf(database));
          expectWhole(dump, events);
          eventsAtKills.push(events.length);
          if (events.length === undisturbed.events.length) break;
        }
        const { exitCode, stderr } = await runImporter(file, "--database", database);
        expect(exitCode, stderr).toBe(0);

        const { dump, events } = await importedIn(database);

        expectWhole(dump, events);
        expect(dump).toEqual(undisturbed.dump);
        expect(events.map(timeless)).toEqual(undisturbed.events.map(timeless));
      }
      const midway = eventsAtKills.filter((count) => count > 0 && count < undisturbed.events.length).length;
      console.log(`SEED=${seed}: of ${kills} kills ${midway} came midway, after ${eventsAtKills.join(", ")} events.`);
      expect(midway).toBeGreaterThanOrEqual(kills / 2);
    },
  );

  /** Starts an import and kills it after this time; false if it ended before. */
  async function killedImport(database: string, delayMs: number): Promise<boolean> {
    const importer = startImporter([file, "--database", database]);
    await importer.begun;
    await wait(delayMs);
    importer.child.kill("SIGKILL");
    const { signal, exitCode, stderr } = await importer.ended;
    if (signal === null) expect(exitCode, stderr).toBe(0);
    return signal === "SIGKILL";
  }

  /** A copy of the files as the kill left them. Opening the files themselves would do the recovery that the next import must do. */
  function copyOf(database: string): string {
    const copies = mkdtempSync(join(folder, "copy-"));
    for (const suffix of ["", "-wal", "-shm"]) {
      if (existsSync(database + suffix)) copyFileSync(database + suffix, join(copies, `copy.db${suffix}`));
    }
    return join(copies, "copy.db");
  }
});

async function importedIn(path: string): Promise<Imported> {
  const database = new DatabaseSync(path);
  try {
    const storage = sqliteStorage({ database });
    (await storage.migrate())._unsafeUnwrap();
    const events = await eventsOf(storage, generatedId);
    const dump = events.length === 0 ? replayed(generatedId, []) : await dumpOf(storage, generatedId);
    return { dump, events };
  } finally {
    database.close();
  }
}

/** No event is missing, and the tables match the events. */
function expectWhole(dump: OrganizationDump, events: readonly RosterEvent[]): void {
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(dump).toEqual(replayed(generatedId, events));
}

function timeless({ at, operationId, ...event }: RosterEvent): object {
  return event;
}
