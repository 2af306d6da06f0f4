import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoster } from "workspace-roster";
import { type SqliteStorage, sqliteStorage } from "workspace-roster/sqlite";
import { runImport } from "../../../examples/admin/import/run-import.ts";
import { runOffboarder } from "../../support/examples/example-process.ts";
import { exampleFile, exampleId, exampleRoles } from "../../support/examples/import-example.ts";
import { eventsOf, type OrganizationDump, dumpOf } from "../../support/examples/organization-dump.ts";
import { planOf } from "../../support/examples/plan-of.ts";

// The tests share one database, because only the last one removes anybody.
describe("npm run offboard", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "offboard-command-"));
  const database = join(folder, "acme.db");
  const inAcme = ["--database", database, "--organization", exampleId];
  let before: Stored;

  beforeAll(async () => {
    await importExample(database);
    before = await storedIn(database);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("lists every workspace that would be left without an admin, and removes nobody, without a successor", async () => {
    const { exitCode, stdout } = await runOffboarder(...inAcme, "cy", "dee");

    expect(exitCode).toBe(1);
    expect(stdout).toContain("Refused: 2 workspaces would be left without an admin\n  guests\n  web\n");
    expect(await storedIn(database)).toEqual(before);
  });

  it("shows with --dry-run who could be removed, and writes nothing", async () => {
    const { exitCode, stdout } = await runOffboarder(...inAcme, "cy", "dee", "--successor", "eve", "--dry-run");

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Can be removed: 2\n[^]*cy +member\n +dee +member\n[^]*Nothing was written\./);
    expect(await storedIn(database)).toEqual(before);
  });

  it("removes the busiest, and reports the roles that they lost and the workspaces that the successor took over", async () => {
    const { exitCode, stdout, stderr } = await runOffboarder(...inAcme, "--busiest", "2", "--successor", "eve");

    expect(exitCode, stderr).toBe(0);
    expect(stdout).toMatch(/ada +admin +3 +3 +0\n +dee +member +3 +1 +2\n/);
    expect(stdout).toContain("ada: board (admin), web/ops (admin), web/ops/on-call (admin)\n");
    expect(stdout).toContain("dee: guests (admin), web, web/ops\n");
    expect(stdout).toMatch(/eve took over as admin: 4\n[^]*board +not in it\n +guests +member\n/);
    expect(stdout).toContain("One commit with 12 events");
    const { dump, eventCount } = await storedIn(database);
    expect(eventCount).toBe(before.eventCount + 12);
    expect(Object.keys(dump.members)).toEqual(["alan", "Bo", "cy", "eve"]);
    expect(Object.fromEntries(Object.entries(dump.workspaces).map(([id, { roles }]) => [id, roles]))).toEqual({
      web: { cy: exampleRoles.web.cy, eve: exampleRoles.web.eve },
      "web/ops": { eve: "admin" },
      "web/ops/on-call": { eve: "admin" },
      board: { alan: exampleRoles.board.alan, eve: "admin" },
      guests: { eve: "admin" },
    });
  });
});

interface Stored {
  readonly dump: OrganizationDump;
  readonly eventCount: number;
}

async function importExample(path: string): Promise<void> {
  await onDatabase(path, async (storage) => {
    (await storage.migrate())._unsafeUnwrap();
    (await runImport(createRoster({ storage }), planOf(exampleFile)))._unsafeUnwrap();
  });
}

function storedIn(path: string): Promise<Stored> {
  return onDatabase(path, async (storage) => {
    const events = await eventsOf(storage, exampleId);
    return { dump: await dumpOf(storage, exampleId), eventCount: events.length };
  });
}

async function onDatabase<Answer>(path: string, ask: (storage: SqliteStorage) => Promise<Answer>): Promise<Answer> {
  const database = new DatabaseSync(path);
  try {
    return await ask(sqliteStorage({ database }));
  } finally {
    database.close();
  }
}
