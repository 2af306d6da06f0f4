import { expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { postgresStorage } from "../../src/postgres.ts";
import { valueOf } from "../support/acme-roster.ts";
import { describeOnPostgres, type TestDatabase } from "../support/postgres/database.ts";

const organizationId = "acme";
const owner = { userId: "ada", displayName: "Ada" };
const actor = { userId: "ada" };
const bo = { userId: "bo", role: "member" as const, displayName: "Bo" };

async function acme({ pool, migrated }: TestDatabase) {
  const { schema } = await migrated();
  const roster = createRoster({ storage: postgresStorage({ client: pool, schema }) });
  valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner }));
  const people = async () =>
    valueOf(await roster.listOrganizationMembers({ organizationId, actor })).items.map(({ userId }) => userId);
  return { roster, schema, people };
}

describeOnPostgres("a command inside the host's open transaction", (database) => {
  it.each(["COMMIT", "ROLLBACK"])("ends with it: %s", async (end) => {
    const { pool } = database();
    const { schema, people } = await acme(database());
    await pool.query(`CREATE TABLE "${schema}".host (note text)`);
    const client = await pool.connect();
    const inside = createRoster({ storage: postgresStorage({ client, schema }) });

    await client.query("BEGIN");
    await client.query(`INSERT INTO "${schema}".host VALUES ('hello')`);
    valueOf(await inside.addOrganizationMembers({ organizationId, actor, members: [bo] }));
    const seenInside = valueOf(await inside.listOrganizationMembers({ organizationId, actor })).items.length;
    const seenOutside = await people();
    await client.query(end);
    client.release();

    expect([seenInside, seenOutside]).toEqual([2, ["ada"]]);
    const notes = (await pool.query(`SELECT note FROM "${schema}".host`)).rowCount;
    expect([await people(), notes]).toEqual(end === "COMMIT" ? [["ada", "bo"], 1] : [["ada"], 0]);
  });

  it("is refused without a database error, so that the host can go on", async () => {
    const { pool } = database();
    const { schema } = await acme(database());
    const client = await pool.connect();
    const inside = createRoster({ storage: postgresStorage({ client, schema }) });
    await client.query("BEGIN");

    const again = await inside.createOrganization({ organizationId, name: "Acme", owner });
    const stranger = await inside.addOrganizationMembers({
      organizationId,
      actor: { userId: "eve" },
      members: [bo],
    });
    const added = await inside.addOrganizationMembers({ organizationId, actor, members: [bo] });

    await client.query("COMMIT");
    client.release();
    expect([again._unsafeUnwrapErr().code, stranger._unsafeUnwrapErr().code, added.isOk()]).toEqual([
      "organization_already_exists",
      "organization_not_found",
      true,
    ]);
  });

  it("waits for another transaction and decides again after that has committed", async () => {
    const { pool } = database();
    const { schema, people, roster } = await acme(database());
    const client = await pool.connect();
    const inside = createRoster({ storage: postgresStorage({ client, schema }) });
    await client.query("BEGIN");
    valueOf(await inside.addOrganizationMembers({ organizationId, actor, members: [bo] }));

    const outside = roster.addOrganizationMembers({ organizationId, actor, members: [{ ...bo, userId: "cy" }] });
    await waitsForLock(database());
    await client.query("COMMIT");
    client.release();

    expect(valueOf(await outside).revision).toBe(3);
    expect(await people()).toEqual(["bo", "cy", "ada"].sort());
  });

  it("fails the transaction under REPEATABLE READ if another one was faster, and says so", async () => {
    const { pool } = database();
    const { schema, people, roster } = await acme(database());
    const client = await pool.connect();
    const inside = createRoster({ storage: postgresStorage({ client, schema }) });
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    await client.query("SELECT 1");
    await client.query(`SELECT count(*) FROM "${schema}".roster_guard`);
    valueOf(await roster.addOrganizationMembers({ organizationId, actor, members: [{ ...bo, userId: "cy" }] }));

    const error = (await inside.addOrganizationMembers({ organizationId, actor, members: [bo] }))._unsafeUnwrapErr();

    await client.query("ROLLBACK");
    client.release();
    expect(error).toMatchObject({ code: "storage_failed" });
    expect(String("cause" in error && error.cause)).toContain("Roll it back");
    expect(await people()).toEqual(["ada", "cy"]);
  });
});

async function waitsForLock({ pool }: TestDatabase): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rowCount === 1) return;
  }
}
