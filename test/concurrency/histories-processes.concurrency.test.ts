import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sqliteStorage } from "../../src/sqlite.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { organizationId as asOrganizationId } from "../../src/testing/builders/ids.ts";
import { explanationOf } from "../../src/testing/histories/explain-history.ts";
import { cast } from "../../src/testing/histories/generate.ts";
import { historySettings } from "../../src/testing/histories/play-history.ts";
import { planIn, plans } from "../model/concurrent/generate-plans.ts";
import { naiveModel } from "../model/concurrent/naive-model.ts";
import { type ProcessOfClients, startProcess } from "../model/concurrent/process-clients.ts";
import { parameters, timeout } from "../model/play/run-parameters.ts";

/** Time for a task to reach its process, in nanoseconds. */
const startDelay = 3_000_000;

describe("clients in two processes on one SQLite file", { timeout }, () => {
  const directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
  const path = join(directory, "roster.db");
  const database = new DatabaseSync(path);
  let processes: readonly [ProcessOfClients, ProcessOfClients];

  const storage = sqliteStorage({ database });

  beforeAll(async () => {
    await valueOf(storage.migrate());
    processes = await Promise.all([startProcess(path), startProcess(path)]);
  });

  afterAll(() => {
    for (const each of processes) each.end();
    database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("get answers that a serial order explains, by the clock of the machine", async () => {
    let histories = 0;
    let overlaps = 0;

    await fc.assert(
      fc.asyncProperty(plans, async (drawn) => {
        histories += 1;
        const organizationId = asOrganizationId(`organization-${histories}`);
        const beginning = await naiveModel.setStage(storage, organizationId);
        const clients = drawn.map((plan, index) => ({ name: "ABC"[index] ?? "", plan: planIn(organizationId, plan) }));
        const at = Number(process.hrtime.bigint()) + startDelay;
        const [first, second] = processes;

        const [here, there] = await Promise.all([
          first.play({ at, clients: clients.slice(0, 2) }),
          second.play({ at, clients: clients.slice(2) }),
        ]);

        if (here.some((left) => there.some((right) => left.began < right.ended && right.began < left.ended)))
          overlaps += 1;
        const endings = [await naiveModel.readEnding(storage, organizationId, cast)];
        const settings = historySettings(storage);
        const calls = [...here, ...there];
        expect(explanationOf({ model: naiveModel, settings, cast, beginning, calls, endings })).not.toBeNull();
      }),
      // The timing of processes cannot be repeated, so shrinking is useless.
      { ...parameters(12), endOnFailure: true },
    );

    expect(overlaps).toBeGreaterThan(0);
  });
});
