import { getEventListeners } from "node:events";
import type { Pool } from "pg";
import { expect, it } from "vitest";
import { need } from "../../src/application/ports/need.ts";
import { createRoster } from "../../src/index.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { batchBuilder } from "../../src/testing/builders/batch-builder.ts";
import { memberAdded } from "../../src/testing/builders/new-events.ts";
import { commandKey } from "../../src/testing/builders/ids.ts";
import { listQuery } from "../../src/testing/builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../src/testing/builders/records.ts";
import { insert, remove, replace } from "../../src/testing/builders/writes.ts";
import { committed, valueOf } from "../../src/testing/expectations.ts";
import { valueOf as done } from "../support/acme-roster.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";
import { isCommit, recordingClient } from "../support/recording-client.ts";

const lost = () => Promise.reject(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }));

describeOnPostgres("postgresStorage", (database) => {
  async function rows(schema: string, columns: string, table: string): Promise<readonly string[]> {
    const { rows: found } = await database().pool.query<Record<string, string>>(
      `SELECT ${columns} FROM "${schema}".roster_${table} ORDER BY ${columns}`,
    );
    return found.map((row) => Object.values(row).join(" "));
  }

  it("keeps a member's words in step with renames and removals", async () => {
    const storage = await database().migrated();
    const acme = batchBuilder(storage);
    await acme.create({ writes: ["ann", "bob"].map((id) => insert.member(aMember(id, { words: [id, "same"] }))) });

    await acme.commit({ writes: [remove.member("bob"), replace.member(aMember("ann", { words: ["anna", "same"] }))] });
    expect(await rows(storage.schema, "word, user_id, name_key", "member_word")).toEqual([
      "anna ann ann",
      "same ann ann",
    ]);

    await acme.commit({ writes: [replace.member(aMember("ann", { nameKey: "other", words: ["anna", "same"] }))] });
    expect(await rows(storage.schema, "word, user_id, name_key", "member_word")).toEqual([
      "anna ann other",
      "same ann other",
    ]);
  });

  it("keeps the copies of a member's name key in step, also of assignments that the same batch writes", async () => {
    const storage = await database().migrated();
    const acme = batchBuilder(storage);
    await acme.create({
      writes: [
        insert.member(aMember("ann", { nameKey: "before" })),
        ...["a", "b", "c", "d"].map((id) => insert.workspace(aWorkspace(id))),
        ...["a", "b", "c"].map((id) => insert.assignment(anAssignment(id, "ann"))),
      ],
    });

    await acme.commit({
      writes: [
        replace.member(aMember("ann", { nameKey: "after" })),
        replace.assignment(anAssignment("a", "ann", { role: "admin" })),
        remove.assignment("b", "ann"),
        insert.assignment(anAssignment("d", "ann")),
      ],
    });

    expect(await rows(storage.schema, "workspace_id, role, name_key", "role_assignment")).toEqual([
      "a admin after",
      "c member after",
      "d member after",
    ]);
  });

  it("answers unknown where the connection is lost after the commit was sent, and replay to the same batch", async () => {
    const { schema } = await database().migrated();
    let cuts = 0;
    const client = recordingClient(database().pool, async (text, pass) => {
      const answer = await pass();
      cuts += Number(isCommit(text));
      return isCommit(text) && cuts === 1 ? lost() : answer;
    });
    const storage = postgresStorage({ client, schema });
    const acme = batchBuilder(storage);
    const batch = acme.next({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });

    expect(await valueOf(storage.commit(batch, {}))).toMatchObject({ kind: "unknown", cause: { code: "ECONNRESET" } });
    expect(await valueOf(storage.commit(batch, {}))).toEqual({ kind: "replay", command: batch.command });
    expect((await valueOf(storage.load(acme.organizationId, need({}), {}))).revision).toBe(1);
  });

  it("lets a roster find out whether a command took effect after its answer was lost", async () => {
    const { schema } = await database().migrated();
    let cuts = 0;
    const client = recordingClient(database().pool, async (text, pass) => {
      if (!isCommit(text)) return pass();
      cuts += 1;
      // The first never arrives; the second does, and its answer is lost.
      if (cuts === 1) return lost();
      const answer = await pass();
      return cuts === 2 ? lost() : answer;
    });
    const roster = createRoster({ storage: postgresStorage({ client, schema }) });

    const outcome = done(
      await roster.createOrganization({
        organizationId: "acme",
        name: "Acme",
        owner: { userId: "ada", displayName: "Ada" },
      }),
    );

    expect([outcome.revision, outcome.replayed, cuts]).toEqual([1, false, 3]);
    expect(await rows(schema, "sequence", "event")).toEqual(["1", "2"]);
  });

  it("answers replay to a batch that waited for the same batch", async () => {
    const { pool, migrated } = database();
    const storage = await migrated();
    const acme = batchBuilder(storage);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ada"))] });
    const client = await pool.connect();
    await client.query("BEGIN");
    expect(await valueOf(postgresStorage({ client, schema: storage.schema }).commit(batch, {}))).toEqual({
      kind: "committed",
    });

    const waiting = valueOf(storage.commit(batch, {}));
    await untilSomeoneWaits(pool);
    await client.query("COMMIT");
    client.release();

    expect(await waiting).toEqual({ kind: "replay", command: batch.command });
  });

  it("returns a conflict for a batch that waited for another one of the same revision", async () => {
    const { pool, migrated } = database();
    const storage = await migrated();
    const acme = batchBuilder(storage);
    await acme.create();
    const batchOf = (id: string) =>
      acme.next({ writes: [insert.member(aMember(id))], command: { key: commandKey(id) } });
    const client = await pool.connect();
    await client.query("BEGIN");
    await committed(postgresStorage({ client, schema: storage.schema }), batchOf("ada"));

    const waiting = valueOf(storage.commit(batchOf("bo"), {}));
    await untilSomeoneWaits(pool);
    await client.query("COMMIT");
    client.release();

    expect(await waiting).toEqual({ kind: "conflict" });
    expect(await rows(storage.schema, "user_id", "organization_member")).toEqual(["ada"]);
  });

  it("returns a conflict for a batch whose revision is not visible yet, since its rows are not either", async () => {
    const { pool, migrated } = database();
    const storage = await migrated();
    const acme = batchBuilder(storage);
    const renamed = (word: string) => replace.member(aMember("ada", { words: [word] }));
    await acme.create({ writes: [insert.member(aMember("ada"))] });
    const client = await pool.connect();
    await client.query("BEGIN");
    const early = acme.next({ writes: [renamed("early")] });
    await committed(postgresStorage({ client, schema: storage.schema }), early);
    acme.continueAfter(early);
    const batch = acme.next({ writes: [renamed("late")] });

    const answer = valueOf(storage.commit(batch, {}));
    await Promise.race([answer, untilSomeoneWaits(pool)]);
    await client.query("COMMIT");
    client.release();

    expect(await answer).toEqual({ kind: "conflict" });
    await committed(storage, batch);
    expect(await rows(storage.schema, "word", "member_word")).toEqual(["late"]);
  });

  it.each(["deletes a row that the batch replaces", "inserts a row that the batch inserts"])(
    "answers conflict and applies nothing where an outsider %s while it waits",
    async (what) => {
      const { pool, migrated } = database();
      const storage = await migrated();
      const table = `"${storage.schema}".roster_organization_member`;
      const acme = batchBuilder(storage);
      await acme.create({ writes: ["ada", "bo"].map((id) => insert.member(aMember(id))) });
      const outsider = await pool.connect();
      await outsider.query("BEGIN");
      await outsider.query(
        what.startsWith("deletes")
          ? `DELETE FROM ${table} WHERE user_id = 'bo'`
          : `INSERT INTO ${table} SELECT organization_id, 'cy', role, display_name, email, name_key, search_text FROM ${table} LIMIT 1`,
      );
      const batch = acme.next({
        writes: [
          replace.member(aMember("ada", { role: "admin" })),
          what.startsWith("deletes") ? replace.member(aMember("bo", { role: "admin" })) : insert.member(aMember("cy")),
        ],
      });

      const waiting = valueOf(storage.commit(batch, {}));
      await untilSomeoneWaits(pool);
      await outsider.query("COMMIT");
      outsider.release();

      expect(await waiting).toEqual({ kind: "conflict" });
      const facts = await valueOf(storage.load(acme.organizationId, need({ members: [aMember("ada").userId] }), {}));
      expect([facts.revision, facts.members[0]?.role]).toEqual([1, "member"]);
    },
  );

  it("gives up a read at once when its signal fires, and leaves the outcome of a commit unknown", async () => {
    const { schema } = await database().migrated();
    const { promise: never } = Promise.withResolvers<never>();
    const client = recordingClient(database().pool, (text, pass) =>
      text.includes("to_regclass") || text.includes("max(version)") ? Promise.resolve(pass()) : never,
    );
    const storage = postgresStorage({ client, schema });
    const acme = batchBuilder(storage);
    const controller = new AbortController();
    const { signal } = controller;
    const reading = storage.load(acme.organizationId, need({}), { signal });
    const committing = storage.commit(acme.next(), { signal });
    while (client.texts.length < 4) await new Promise((resolve) => setImmediate(resolve));

    controller.abort();

    expect((await reading)._unsafeUnwrapErr()).toEqual({ code: "aborted" });
    expect(await valueOf(committing)).toEqual({ kind: "unknown", cause: signal.reason as unknown });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("leaves no listener on a signal that does not fire", async () => {
    const storage = await database().migrated();
    const { signal } = new AbortController();
    const acme = batchBuilder(storage);

    await valueOf(storage.commit(acme.next(), { signal }));
    await valueOf(storage.load(acme.organizationId, need({}), { signal }));

    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("answers conflict where the lock cannot be had in time, and unavailable where the statement was cancelled", async () => {
    const { pool, migrated } = database();
    const storage = await migrated();
    const acme = batchBuilder(storage);
    await acme.create();
    const holder = await pool.connect();
    await holder.query("BEGIN");
    await holder.query(`SELECT 1 FROM "${storage.schema}".roster_guard FOR UPDATE`);
    const client = await pool.connect();
    const impatient = postgresStorage({ client, schema: storage.schema });

    await client.query("SET lock_timeout = 50");
    const locked = await valueOf(impatient.commit(acme.next(), {}));
    await client.query("SET lock_timeout = 0; SET statement_timeout = 50");
    const cancelled = (await impatient.commit(acme.next(), {}))._unsafeUnwrapErr();

    await holder.query("ROLLBACK");
    for (const each of [holder, client]) each.release(true);
    expect([locked, cancelled.code]).toEqual([{ kind: "conflict" }, "storage_unavailable"]);
    await acme.commit();
  });

  it("reads again where SERIALIZABLE gave the read up, and not for ever", async () => {
    const { schema, ...migrated } = await database().migrated();
    const { organizationId } = batchBuilder(migrated);
    let failures = 0;
    const client = recordingClient(database().pool, (_, pass) => {
      if (failures === 0) return Promise.resolve(pass());
      failures -= 1;
      return Promise.reject(Object.assign(new Error("could not serialize access"), { code: "40001" }));
    });
    const storage = postgresStorage({ client, schema });
    await valueOf(storage.load(organizationId, need({}), {}));

    failures = 4;
    expect((await valueOf(storage.load(organizationId, need({}), {}))).revision).toBe(0);
    failures = 9;
    expect((await storage.load(organizationId, need({}), {}))._unsafeUnwrapErr().code).toBe("storage_unavailable");
    expect(failures).toBe(4);
  });

  it("stores whoever has a word longer than an index takes, and finds them by it", async () => {
    const storage = await database().migrated();
    // Random letters, which no compression makes short: 2,700 bytes are more than a page of an index lets a row have.
    const word = Array.from({ length: 900 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * index * 7_919 + index * 104_729) % 20_000)),
    ).join("");
    const acme = batchBuilder(storage);
    await acme.create({ writes: [insert.member(aMember("ada", { words: [word] })), insert.member(aMember("bo"))] });
    const found = async (words: readonly string[]) => {
      const query = { ...listQuery(acme.organizationId, { words }), role: null };
      return (await valueOf(storage.read.organizationMembers(query, {}))).rows.map(({ userId }) => String(userId));
    };

    expect(await found([word])).toEqual(["ada"]);
    expect(await found([word.slice(0, 300)])).toEqual(["ada"]);
    expect(await found([`${word.slice(0, 300)}x`])).toEqual([]);
    await acme.commit({ writes: [replace.member(aMember("ada", { words: ["short"] }))] });
    expect([await found([word]), await found(["short"])]).toEqual([[], ["ada"]]);
  });

  it("rejects where the client is the bug", async () => {
    const { schema } = await database().migrated();
    const bug = new TypeError("rows is not iterable");
    const client = recordingClient(database().pool, (text, pass) =>
      text.includes("version") || text.includes("regclass") ? Promise.resolve(pass()) : Promise.reject(bug),
    );
    const storage = postgresStorage({ client, schema });
    const acme = batchBuilder(storage);

    await expect(storage.load(acme.organizationId, need({}), {})).rejects.toBe(bug);
    await expect(storage.commit(acme.next({ command: { key: commandKey("k") } }), {})).rejects.toBe(bug);
  });
});

async function untilSomeoneWaits(pool: Pool): Promise<void> {
  while (
    (await pool.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))
      .rowCount === 0
  );
}
