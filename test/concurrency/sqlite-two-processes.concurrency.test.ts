import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { need } from "../../src/application/ports/need.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { batchBuilder } from "../../src/testing/builders/batch-builder.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { fork } from "./sqlite-fork.ts";

const starterScript = new URL("./sqlite-starter.ts", import.meta.url);
const writerScript = new URL("./sqlite-writer.ts", import.meta.url);

describe("several processes on one SQLite file", () => {
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
    path = join(directory, "roster.db");
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it("loses no commit, counts each revision once and leaves no gap between the events", async () => {
    const database = new DatabaseSync(path);
    const storage = sqliteStorage({ database });
    await valueOf(storage.migrate());
    const acme = batchBuilder(storage);
    await acme.create();
    const [writers, batches] = [["ann", "bob", "cem"], 60];

    const reports = await Promise.all(
      writers.map((writer) => {
        const others = writers.filter((other) => other !== writer);
        return fork<{ retries: number }>(writerScript, path, String(batches), writer, ...others);
      }),
    );

    const commits = writers.length * batches;
    const options = { need: need({ anyMembers: 10_000 }), workspaceId: null, userId: null, operationId: null };
    const { facts, rows } = await valueOf(storage.events(acme.organizationId, 0, 10_000, options));
    database.close();
    expect(facts).toMatchObject({ revision: commits + 1, lastSequence: commits * 3 });
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: commits * 3 }, (_, index) => index + 1));
    const users = writers.flatMap((writer) =>
      Array.from({ length: batches * 3 }, (_, index) => `${writer}-${Math.floor(index / 3)}-${index % 3}`),
    );
    expect(new Set(facts.members.map(({ userId }) => userId))).toEqual(new Set(users));
    expect(new Set(rows.map((event) => ("userId" in event ? event.userId : null)))).toEqual(new Set(users));
    expect(reports.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThanOrEqual(writers.length - 1);
  });

  it("lets twenty starters in five processes migrate one new file at once, and apply each migration once", async () => {
    const processes = Array.from({ length: 5 }, () => fork<number[][]>(starterScript, path, "4"));

    const applied = (await Promise.all(processes)).flat();

    expect(applied).toHaveLength(20);
    expect(applied.flat().toSorted()).toEqual([1, 2]);
  });
});
