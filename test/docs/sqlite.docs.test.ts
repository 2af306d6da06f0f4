import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRoster, describeError } from "workspace-roster";
import { sqliteMigrations, sqliteStorage } from "workspace-roster/sqlite";
import { valueOf } from "../support/acme-roster.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "workspace-roster-docs-"));
  file = join(folder, "app.db");
});

afterEach(() => rmSync(folder, { recursive: true }));

it("opens, migrates and sets the pragmas that the page names", async () => {
  // #region open
  const database = new DatabaseSync(file);
  const storage = sqliteStorage({ database });

  const migrated = await storage.migrate();
  if (migrated.isErr()) throw new Error(describeError(migrated.error, { withCause: true }));

  const roster = createRoster({ storage });
  // #endregion

  const owner = { userId: "ada", displayName: "Ada" };
  valueOf(await roster.createOrganization({ organizationId: "acme", name: "Acme", owner }));
  expect(migrated.value.applied).toEqual([1, 2]);
  expect(valueOf(await storage.migrate()).applied).toEqual([]);
  expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  expect(database.prepare("PRAGMA foreign_keys").get()).toEqual({ foreign_keys: 1 });
  expect(database.prepare("PRAGMA busy_timeout").get()).toEqual({ timeout: 1_000 });
  database.close();
});

it("migrates with your own tool", async () => {
  const database = new DatabaseSync(file);
  const version = 0;

  // #region own-migrations
  const pending = sqliteMigrations.filter((migration) => migration.version > version);
  for (const { statements } of pending) {
    database.exec("BEGIN IMMEDIATE");
    for (const statement of statements) database.exec(statement);
    database.exec("COMMIT");
  }
  // #endregion

  const storage = sqliteStorage({ database });
  expect(valueOf(await storage.migrate()).applied).toEqual([]);
  database.close();
});

it("returns an error without tables, and inside your own transaction", async () => {
  const database = new DatabaseSync(file);
  const storage = sqliteStorage({ database });
  const roster = createRoster({ storage });
  const question = { organizationId: "acme", userId: "ada" };
  const withoutTables = await roster.workspacesOf(question);
  valueOf(await storage.migrate());

  database.exec("BEGIN");
  const inTransaction = await roster.workspacesOf(question);
  database.exec("COMMIT");

  expect(withoutTables._unsafeUnwrapErr()).toEqual({ code: "storage_schema_mismatch", found: null, expected: 2 });
  expect(inTransaction._unsafeUnwrapErr().code).toBe("storage_failed");
  expect((await roster.workspacesOf(question))._unsafeUnwrapErr().code).toBe("organization_not_found");
  database.close();
});

it("copies a database in use with VACUUM INTO", async () => {
  const database = new DatabaseSync(file);
  const storage = sqliteStorage({ database });
  valueOf(await storage.migrate());
  const owner = { userId: "ada", displayName: "Ada" };
  valueOf(await createRoster({ storage }).createOrganization({ organizationId: "acme", name: "Acme", owner }));
  const copy = join(folder, "copy.db");

  // #region backup
  database.prepare("VACUUM INTO ?").run(copy);
  // #endregion

  const restored = new DatabaseSync(copy);
  const roster = createRoster({ storage: sqliteStorage({ database: restored }) });
  const people = await roster.listOrganizationMembers({ organizationId: "acme", actor: { userId: "ada" } });
  expect(valueOf(people).items).toHaveLength(1);
  restored.close();
  database.close();
});
