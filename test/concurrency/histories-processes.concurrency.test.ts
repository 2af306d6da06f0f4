import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqliteStorage } from "../../src/sqlite.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { buildStage, stageSettings } from "../model/concurrent/client-stage.ts";
import { endingOf, isExplained } from "../model/concurrent/explain-history.ts";
import { clients } from "../model/concurrent/generate-clients.ts";
import { type ProcessOfClients, startProcess } from "../model/concurrent/process-clients.ts";
import { type RealRoster, realRoster } from "../model/play/real-roster.ts";
import { parameters, patience } from "../model/play/run-parameters.ts";

/** Time for a task to reach its process, in nanoseconds. */
const soon = 3_000_000;

describe("clients in two processes on one SQLite file", { timeout: patience }, () => {
  const directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
  const path = join(directory, "roster.db");
  const database = new DatabaseSync(path);
  let onlooker: RealRoster;
  let processes: readonly [ProcessOfClients, ProcessOfClients];

  beforeAll(async () => {
    const storage = sqliteStorage({ database });
    await valueOf(storage.migrate());
    onlooker = realRoster(storage, stageSettings);
    processes = await Promise.all([startProcess(path), startProcess(path)]);
  });

  afterAll(() => {
    for (const each of processes) each.end();
    database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("get answers that some serial order explains, by the clock of the machine", async () => {
    let histories = 0;
    let overlaps = 0;

    await fc.assert(
      fc.asyncProperty(clients, async (plans) => {
        histories += 1;
        const organizationId = `organization-${histories}`;
        const beginning = await buildStage(onlooker, organizationId);
        const named = plans.map((plan, index) => ({ name: String(index), plan }));
        const at = Number(process.hrtime.bigint()) + soon;
        const [first, second] = processes;

        const [here, there] = await Promise.all([
          first.play({ organizationId, at, clients: named.slice(0, 2) }),
          second.play({ organizationId, at, clients: named.slice(2) }),
        ]);

        if (here.some((left) => there.some((right) => left.began < right.ended && right.began < left.ended)))
          overlaps += 1;
        expect(isExplained([...here, ...there], beginning, await endingOf(onlooker, organizationId))).toBe(true);
      }),
      // The run cannot be repeated exactly, so there is nothing to shrink.
      { ...parameters(12), endOnFailure: true },
    );

    expect(overlaps).toBeGreaterThan(0);
  });
});
