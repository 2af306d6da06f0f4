import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RosterStorage } from "../../src/storage.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { type EndedProcess, runImporter, runOffboarder } from "../support/examples/example-process.ts";
import { generatedId, generatedOrganization } from "../support/examples/import-organization.ts";
import { dumpOf, eventsOf } from "../support/examples/organization-dump.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";

/** Everything that the API returns, apart from times and generated ids. */
async function everythingIn(storage: RosterStorage) {
  const events = await eventsOf(storage, generatedId);
  const operations = [...new Set(events.map(({ operationId }) => operationId))];
  return {
    dump: await dumpOf(storage, generatedId),
    events: events.map((event) => ({ ...event, at: "", operationId: operations.indexOf(event.operationId) })),
  };
}

/** What a run printed, apart from the name of the database and how long it took. */
function printed({ exitCode, stdout, stderr }: EndedProcess) {
  const lines = stdout.replaceAll(/ in (?:\S+\/)?[\w.]+\.$/gm, " in DATABASE.").replaceAll(/[\d.]+ ms/g, "N ms");
  return { exitCode, stdout: lines, stderr };
}

// The second test offboards from the organization that the first one imports.
describeOnPostgres("the admin program, on PostgreSQL as on SQLite", (database) => {
  let folder: string;
  let sqlite: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "admin-postgres-"));
    sqlite = join(folder, "roster.db");
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("imports the same organization, event by event, and a dry run leaves nothing", async () => {
    const { connectionString, pool } = database();
    const file = join(folder, "organization.yaml");
    writeFileSync(file, generatedOrganization(7, 200, 40));

    const dry = await runImporter(file, "--database", connectionString, "--dry-run");
    const tables = await pool.query("SELECT 1 FROM pg_tables WHERE tablename LIKE 'roster%'");
    const runs = [
      await runImporter(file, "--database", connectionString),
      await runImporter(file, "--database", sqlite),
    ];

    expect([dry, ...runs].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(tables.rowCount).toBe(0);
    expect(await onPostgres()).toEqual(await onSqlite());
  });

  it("offboards the same people, event by event, prints the same, and a dry run changes nothing", async () => {
    const { connectionString } = database();
    const offboard = ["--organization", generatedId, "--busiest", "3", "--successor", "Person-1"];
    const before = await onPostgres();

    const dry = await runOffboarder(...offboard, "--database", connectionString, "--dry-run");
    const afterDryRun = await onPostgres();
    const runs = [
      await runOffboarder(...offboard, "--database", connectionString),
      await runOffboarder(...offboard, "--database", sqlite),
    ];

    expect(dry.stdout).toMatch(/Can be removed: 3\n[^]*Nothing was written\./);
    expect(afterDryRun).toEqual(before);
    const [postgresRun, sqliteRun] = runs.map(printed);
    expect(postgresRun).toMatchObject({ exitCode: 0, stderr: "" });
    expect(sqliteRun).toEqual(postgresRun);
    expect(postgresRun?.stdout).toMatch(/Removed: 3\n[^]*took over as admin: [1-9]/);
    const after = await onPostgres();
    expect(after).toEqual(await onSqlite());
    expect(after.events.length).toBeGreaterThan(before.events.length);
    expect(Object.keys(after.dump.members).length).toBe(197);
  });

  function onPostgres() {
    return everythingIn(postgresStorage({ client: database().pool }));
  }

  async function onSqlite() {
    const opened = new DatabaseSync(sqlite);
    try {
      return await everythingIn(sqliteStorage({ database: opened }));
    } finally {
      opened.close();
    }
  }
});
