import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import type { RosterStorage } from "../../src/storage.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { runImporter } from "../support/examples/example-process.ts";
import { generatedId, generatedOrganization } from "../support/examples/import-organization.ts";
import { eventsOf, pictureOf } from "../support/examples/import-picture.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";

/** Everything that the API returns, apart from times and generated ids. */
async function told(storage: RosterStorage): Promise<unknown> {
  const events = await eventsOf(storage, generatedId);
  const operations = [...new Set(events.map(({ operationId }) => operationId))];
  return {
    picture: await pictureOf(storage, generatedId),
    events: events.map((event) => ({ ...event, at: "", operationId: operations.indexOf(event.operationId) })),
  };
}

describeOnPostgres("an import into PostgreSQL", (database) => {
  it("creates the same database as an import into SQLite, event by event, and a dry run leaves nothing", async () => {
    const { connectionString, pool } = database();
    const folder = mkdtempSync(join(tmpdir(), "import-postgres-"));
    const file = join(folder, "organization.yaml");
    const sqlite = join(folder, "roster.db");
    writeFileSync(file, generatedOrganization(7, 200, 40));

    const dry = await runImporter(file, "--database", connectionString, "--dry-run");
    const tables = await pool.query("SELECT 1 FROM pg_tables WHERE tablename LIKE 'roster%'");
    const runs = [
      await runImporter(file, "--database", connectionString),
      await runImporter(file, "--database", sqlite),
    ];

    expect([dry, ...runs].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(tables.rowCount).toBe(0);
    const onSqlite = new DatabaseSync(sqlite);
    expect(await told(postgresStorage({ client: pool }))).toEqual(await told(sqliteStorage({ database: onSqlite })));
    onSqlite.close();
    rmSync(folder, { recursive: true });
  });
});
