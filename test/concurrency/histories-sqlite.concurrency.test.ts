import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SqliteStorage, sqliteStorage } from "../../src/sqlite.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { playHistory } from "../model/concurrent/concurrent-history.ts";
import { clients } from "../model/concurrent/generate-clients.ts";
import { parameters, patience } from "../model/play/run-parameters.ts";
import { scheduledGates } from "../model/concurrent/scheduled-gates.ts";

describe("three clients on two connections to one SQLite file", { timeout: patience }, () => {
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

  it("get answers that some serial order explains", () => {
    let histories = 0;

    return fc.assert(
      fc.asyncProperty(clients, fc.scheduler(), async (plans, scheduler) => {
        histories += 1;
        const { isExplained } = await playHistory({
          organizationId: `organization-${histories}`,
          plans,
          handles,
          honest: handles[0],
          ...scheduledGates(scheduler),
        });

        expect(isExplained).toBe(true);
      }),
      parameters(40),
    );
  });
});
