import { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRoster, describeError } from "workspace-roster";
import { postgresStorage } from "workspace-roster/postgres";
import { postgresMigrations } from "workspace-roster/postgres/migrations";
import { valueOf } from "../support/acme-roster.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";

describeOnPostgres("docs/postgresql.md", (database) => {
  let connectionString: string;
  let pool: Pool;

  beforeAll(() => {
    ({ connectionString } = database());
    pool = new Pool({ connectionString });
  });

  afterAll(() => pool.end());

  it("opens, migrates, and works inside your own transaction", async () => {
    const closeLater = pool;
    {
      // #region open
      const pool = new Pool({ connectionString });
      const storage = postgresStorage({ client: pool });

      const migrated = await storage.migrate();
      if (migrated.isErr()) throw new Error(describeError(migrated.error, { withCause: true }));

      const roster = createRoster({ storage });
      // #endregion

      const owner = { userId: "ada", displayName: "Ada" };
      valueOf(await roster.createOrganization({ organizationId: "acme", name: "Acme", owner }));
      expect(migrated.value.applied).toEqual([1, 2]);
      await pool.end();
    }
    expect(closeLater.ended).toBe(false);

    const organizationId = "acme";
    const actor = { userId: "ada" };
    const members = [{ userId: "bo", role: "member" as const, displayName: "Bo" }];
    await pool.query("CREATE TABLE seat (user_id text)");

    // #region transaction
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const inside = createRoster({ storage: postgresStorage({ client }) });
      const added = await inside.addOrganizationMembers({ organizationId, actor, members });
      await client.query("INSERT INTO seat (user_id) VALUES ($1)", ["bo"]);
      await client.query(added.isOk() ? "COMMIT" : "ROLLBACK");
    } catch (thrown) {
      await client.query("ROLLBACK");
      throw thrown;
    } finally {
      client.release();
    }
    // #endregion

    const roster = createRoster({ storage: postgresStorage({ client: pool }) });
    expect(valueOf(await roster.listOrganizationMembers({ organizationId, actor })).items).toHaveLength(2);
    expect((await pool.query("SELECT user_id FROM seat")).rows).toEqual([{ user_id: "bo" }]);
  });

  it("migrates with your own tool", async () => {
    const client = await pool.connect();
    await client.query("CREATE SCHEMA roster");
    const version = 0;

    // #region own-migrations
    const migrations = postgresMigrations({ schema: "roster" });
    for (const { statements } of migrations.filter((migration) => migration.version > version)) {
      await client.query("BEGIN");
      for (const statement of statements) await client.query(statement);
      await client.query("COMMIT");
    }
    // #endregion

    client.release();
    const storage = postgresStorage({ client: pool, schema: "roster" });
    expect(valueOf(await storage.migrate()).applied).toEqual([]);
  });
});
