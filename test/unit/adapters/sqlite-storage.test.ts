import { DatabaseSync } from "node:sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { need } from "../../../src/application/ports/need.ts";
import { type SqliteDatabase, sqliteStorage } from "../../../src/sqlite.ts";
import { batchBuilder } from "../../../src/testing/builders/batch-builder.ts";
import { memberAdded } from "../../../src/testing/builders/new-events.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../../src/testing/builders/records.ts";
import { insert, remove, replace } from "../../../src/testing/builders/writes.ts";
import { valueOf } from "../../../src/testing/expectations.ts";

describe("sqliteStorage", () => {
  let directory: string;
  let path: string;
  let database: DatabaseSync;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "workspace-roster-"));
    path = join(directory, "roster.db");
    database = new DatabaseSync(path);
    await valueOf(sqliteStorage({ database }).migrate());
  });

  afterEach(() => {
    database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const rows = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row).join(" "));

  it("does no I/O before it is used", () => {
    const untouchable: SqliteDatabase = {
      exec: () => expect.unreachable(),
      prepare: () => expect.unreachable(),
    };

    expect(() => sqliteStorage({ database: untouchable })).not.toThrow();
  });

  it("keeps a member's words in step with renames and removals", async () => {
    const acme = batchBuilder(sqliteStorage({ database }));
    await acme.create({ writes: ["ann", "bob"].map((id) => insert.member(aMember(id, { words: [id, "same"] }))) });

    await acme.commit({ writes: [remove.member("bob"), replace.member(aMember("ann", { words: ["anna", "same"] }))] });

    expect(rows("SELECT word, user_id FROM roster_member_word")).toEqual(["anna ann", "same ann"]);
  });

  it("keeps the copies of a member's name key in step", async () => {
    const acme = batchBuilder(sqliteStorage({ database }));
    await acme.create({
      writes: [
        insert.member(aMember("ann", { nameKey: "before" })),
        ...["lab", "office"].flatMap((id) => [
          insert.workspace(aWorkspace(id)),
          insert.assignment(anAssignment(id, "ann")),
        ]),
      ],
    });

    await acme.commit({ writes: [replace.member(aMember("ann", { nameKey: "after" }))] });

    expect(rows("SELECT workspace_id, name_key FROM roster_role_assignment")).toEqual(["lab after", "office after"]);
    expect(rows("SELECT word, name_key FROM roster_member_word")).toEqual(["ann after"]);
  });

  it("answers conflict while another connection writes, and still reads", async () => {
    const storage = sqliteStorage({ database, busyTimeoutMs: 0 });
    const acme = batchBuilder(storage);
    await acme.create();
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");

    const outcome = await valueOf(storage.commit(acme.next(), {}));
    const facts = await valueOf(storage.load(acme.organizationId, need({}), {}));

    other.close();
    expect(outcome).toEqual({ kind: "conflict" });
    expect(facts.revision).toBe(1);
    await acme.commit();
  });

  it("answers unavailable where another connection keeps it from reading", async () => {
    const storage = sqliteStorage({ database, busyTimeoutMs: 0 });
    const acme = batchBuilder(storage);
    database.exec("PRAGMA journal_mode = DELETE");
    const other = new DatabaseSync(path);
    other.exec("BEGIN EXCLUSIVE");

    const error = (await storage.load(acme.organizationId, need({}), {}))._unsafeUnwrapErr();

    other.close();
    expect(error.code).toBe("storage_unavailable");
    await acme.create();
  });

  it("answers unavailable, and applies nothing, where the file is read-only", async () => {
    const readonly = new DatabaseSync(path, { readOnly: true });
    const storage = sqliteStorage({ database: readonly });
    const acme = batchBuilder(storage);

    const error = (await storage.commit(acme.next(), {}))._unsafeUnwrapErr();

    const isOpen = readonly.isTransaction;
    readonly.close();
    expect(error.code).toBe("storage_unavailable");
    expect(isOpen).toBe(false);
  });

  it("answers unavailable when the file is full, and works again when it is not", async () => {
    const storage = sqliteStorage({ database });
    const acme = batchBuilder(storage);
    await acme.create();
    const { page_count: pages } = database.prepare("PRAGMA page_count").get() as { page_count: number };
    const large = Array.from({ length: 500 }, (_, index) => insert.member(aMember(`user-${index}`)));

    database.exec(`PRAGMA max_page_count = ${pages}`);
    const error = (await storage.commit(acme.next({ writes: large }), {}))._unsafeUnwrapErr();
    database.exec("PRAGMA max_page_count = 1000000");

    expect(error.code).toBe("storage_unavailable");
    expect(rows("SELECT count(*) FROM roster_organization_member")).toEqual(["0"]);
    await acme.commit({ writes: large });
  });

  it("answers unavailable when the database is closed", async () => {
    const closed = new DatabaseSync(path);
    const storage = sqliteStorage({ database: closed });
    const acme = batchBuilder(storage);
    await valueOf(storage.load(acme.organizationId, need({}), {}));
    closed.close();

    const errors = [
      (await storage.commit(acme.next(), {}))._unsafeUnwrapErr(),
      (await storage.load(acme.organizationId, need({}), {}))._unsafeUnwrapErr(),
      (await storage.migrate())._unsafeUnwrapErr(),
    ];

    expect(errors.map(({ code }) => code)).toEqual(Array(3).fill("storage_unavailable"));
  });

  it("does not join a transaction of the host, nor end it", async () => {
    const storage = sqliteStorage({ database });
    const acme = batchBuilder(storage);
    await acme.create();
    database.exec("BEGIN; CREATE TABLE host (a)");

    const errors = [
      (await storage.commit(acme.next(), {}))._unsafeUnwrapErr(),
      (await storage.load(acme.organizationId, need({}), {}))._unsafeUnwrapErr(),
      (await sqliteStorage({ database }).load(acme.organizationId, need({}), {}))._unsafeUnwrapErr(),
      (await storage.migrate())._unsafeUnwrapErr(),
    ];

    const isOpen = database.isTransaction;
    database.exec("ROLLBACK");
    const cause = { message: expect.stringContaining("inside a transaction") as unknown };
    expect(errors).toMatchObject(Array(4).fill({ code: "storage_failed", cause }));
    expect(isOpen).toBe(true);
    await acme.commit();
  });

  it("fails, and applies nothing, where an assignment has no member or workspace", async () => {
    const storage = sqliteStorage({ database });
    const acme = batchBuilder(storage);
    await acme.create({ writes: [insert.member(aMember("ann"))] });

    const errors = [
      (
        await storage.commit(acme.next({ writes: [insert.assignment(anAssignment("nowhere", "ann"))] }), {})
      )._unsafeUnwrapErr(),
      (
        await storage.commit(acme.next({ writes: [insert.assignment(anAssignment("nowhere", "nobody"))] }), {})
      )._unsafeUnwrapErr(),
    ];

    expect(errors.map(({ code }) => code)).toEqual(["storage_failed", "storage_failed"]);
    expect(database.isTransaction).toBe(false);
    await acme.commit();
  });

  it("answers unknown where COMMIT fails and no transaction is left to roll back", async () => {
    const lost = Object.assign(new Error("disk I/O error"), { code: "ERR_SQLITE_ERROR", errcode: 10 });
    const failing: SqliteDatabase = {
      prepare: (sql) => database.prepare(sql),
      exec(sql) {
        database.exec(sql);
        if (sql === "COMMIT" && isArmed) throw lost;
      },
    };
    let isArmed = false;
    const storage = sqliteStorage({ database: failing });
    const acme = batchBuilder(storage);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ann"))], newEvents: [memberAdded("ann")] });

    isArmed = true;
    const outcome = await valueOf(storage.commit(batch, {}));
    isArmed = false;

    expect(outcome).toEqual({ kind: "unknown", cause: lost });
    expect(await valueOf(storage.commit(batch, {}))).toEqual({ kind: "replay", command: batch.command });
  });

  it.each([
    { sent: "ROLLBACK", isStored: false, answer: { code: "storage_unavailable" } },
    { sent: "COMMIT", isStored: true, answer: { kind: "unknown" } },
  ])("looks whether a COMMIT that found the disk full was stored: $isStored", async ({ sent, answer }) => {
    const full = Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
    const failing: SqliteDatabase = {
      prepare: (sql) => database.prepare(sql),
      exec(sql) {
        database.exec(sql === "COMMIT" && isArmed ? sent : sql);
        if (sql !== "COMMIT" || !isArmed) return;
        isArmed = false;
        throw full;
      },
    };
    let isArmed = false;
    const storage = sqliteStorage({ database: failing });
    const acme = batchBuilder(storage);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ann"))], newEvents: [memberAdded("ann")] });

    isArmed = true;
    const committed = await storage.commit(batch, {});

    expect(committed.isErr() ? committed.error : committed.value).toEqual({ ...answer, cause: full });
  });

  it("answers conflict where COMMIT is busy", async () => {
    const busy = Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
    const failing: SqliteDatabase = {
      prepare: (sql) => database.prepare(sql),
      exec(sql) {
        if (sql === "COMMIT" && isArmed) throw busy;
        database.exec(sql);
      },
    };
    let isArmed = false;
    const storage = sqliteStorage({ database: failing });
    const acme = batchBuilder(storage);
    await acme.create();

    isArmed = true;
    const outcome = await valueOf(storage.commit(acme.next(), {}));
    isArmed = false;

    expect(outcome).toEqual({ kind: "conflict" });
    expect(database.isTransaction).toBe(false);
    await acme.commit();
  });

  it("lets a bug through as a rejection and leaves no transaction open", async () => {
    const storage = sqliteStorage({ database });
    const acme = batchBuilder(storage);
    await acme.create();
    const batch = { ...acme.next(), writes: [null] } as unknown as ReturnType<typeof acme.next>;

    await expect(storage.commit(batch, {})).rejects.toThrow(TypeError);
    expect(database.isTransaction).toBe(false);
  });

  it("reads whole numbers where the host has the driver give bigint", async () => {
    const bigints = new DatabaseSync(path, { readBigInts: true });
    const storage = sqliteStorage({ database: bigints });
    const acme = batchBuilder(storage);
    await acme.create({ newEvents: [memberAdded("ann")], writes: [insert.member(aMember("ann"))] });

    const { revision, lastSequence, organization } = await valueOf(storage.load(acme.organizationId, need({}), {}));

    bigints.close();
    expect([revision, lastSequence, organization]).toEqual([1, 1, anOrganization()]);
  });
});
