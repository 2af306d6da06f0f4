import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SqliteStorage, sqliteStorage } from "../../src/sqlite.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { plans } from "../model/concurrent/generate-plans.ts";
import { playScheduled } from "../model/concurrent/play-scheduled.ts";
import { parameters, timeout } from "../model/play/run-parameters.ts";

describe("three clients on two connections to one SQLite file", { timeout }, () => {
  const directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
  const databases: DatabaseSync[] = [];

  function connect(): SqliteStorage {
    const database = new DatabaseSync(join(directory, "roster.db"));
    databases.push(database);
    return sqliteStorage({ database });
  }

  let handles: readonly [SqliteStorage, SqliteStorage];

  beforeAll(async () => {
    handles = [connect(), connect()];
    await valueOf(handles[0].migrate());
  });

  afterAll(() => {
    for (const database of databases) database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("get answers that a serial order explains", () => {
    let histories = 0;

    return fc.assert(
      fc.asyncProperty(plans, fc.scheduler(), async (drawn, scheduler) => {
        histories += 1;
        const { isExplained } = await playScheduled({
          organizationId: `organization-${histories}`,
          plans: drawn,
          scheduler,
          handles,
          honest: handles,
        });

        expect(isExplained).toBe(true);
      }),
      parameters(40),
    );
  });
});
