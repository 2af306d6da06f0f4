import { expect, it } from "vitest";
import { createRoster } from "../../src/index.ts";
import { type PostgresClient, postgresStorage } from "../../src/postgres.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";
import { poolOf } from "../support/postgres/suite.ts";
import { isCommit, recordingClient } from "../support/recording-client.ts";
import { valueOf } from "../support/acme-roster.ts";

const organizationId = "acme";
const workspaceId = "lab";
const actor = { userId: "ada" };
const sizes = [1, 100, 10_000];
const people = (size: number) => Array.from({ length: size }, (_, index) => `user-${size}-${index}`);

/** A roster with an organization that has enough people for a batch of each size. */
async function prepared(client: PostgresClient, schema: string) {
  const roster = createRoster({ storage: postgresStorage({ client, schema }) });
  valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner: { ...actor, displayName: "Ada" } }));
  valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Lab" }));
  for (const size of sizes) {
    const members = people(size).map((userId) => ({ userId, role: "member" as const, displayName: userId }));
    valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
  }
  return roster;
}

describeOnPostgres("round trips to PostgreSQL", (database) => {
  it("are one to load and one to commit for each command, whatever the size of its batch", async () => {
    const { pool, migrated } = database();
    const { schema } = await migrated();
    const client = recordingClient(pool);
    const roster = await prepared(client, schema);

    for (const size of sizes) {
      client.texts.length = 0;
      const members = people(size).map((userId) => ({ userId, role: "member" as const }));
      const { added } = valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members }));

      expect(added).toHaveLength(size);
      expect(client.texts.map(isCommit)).toEqual([false, true]);
    }
  });

  it("are one for each list, page of events and access question", async () => {
    const { pool, migrated } = database();
    const { schema } = await migrated();
    const client = recordingClient(pool);
    const roster = createRoster({ storage: postgresStorage({ client, schema }) });
    valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner: { ...actor, displayName: "Ada" } }));
    valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Lab" }));
    client.texts.length = 0;

    valueOf(await roster.listMembers({ organizationId, workspaceId, actor, search: "ada" }));
    valueOf(await roster.candidates({ organizationId, workspaceId, actor }));
    valueOf(await roster.listOrganizationMembers({ organizationId, actor, search: "ada" }));
    valueOf(await roster.listWorkspaces({ organizationId, actor }));
    valueOf(await roster.workspacesOf({ organizationId, userId: "ada" }));
    valueOf(await roster.events({ organizationId, actor }));
    valueOf(await roster.access({ organizationId, workspaceId, userId: "ada" }));

    expect(client.texts).toHaveLength(7);
  });

  it("check the version of the schema once, however many calls begin at the same time", async () => {
    const { pool, migrated } = database();
    const { schema } = await migrated();
    const client = recordingClient(pool);
    const roster = createRoster({ storage: postgresStorage({ client, schema }) });

    await Promise.all(Array.from({ length: 10 }, () => roster.workspacesOf({ organizationId, userId: "ada" })));

    expect(client.texts).toHaveLength(2 + 10);
  });
});

describeOnPostgres("statements prepared by node-postgres", (database) => {
  it("are prepared once per connection, and only if the host wants it", async () => {
    const { connectionString, migrated } = database();
    const { schema } = await migrated();
    const pool = poolOf(connectionString, 1);
    const names = async () => (await pool.query<{ name: string }>("SELECT name FROM pg_prepared_statements")).rows;
    const add = async (prepare: boolean, ...userIds: string[]) => {
      const roster = createRoster({ storage: postgresStorage({ client: pool, schema, prepare }) });
      for (const userId of userIds) {
        const members = [{ userId, role: "member" as const, displayName: userId }];
        valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
      }
    };
    const roster = createRoster({ storage: postgresStorage({ client: pool, schema, prepare: false }) });
    valueOf(await roster.createOrganization({ organizationId, name: "Acme", owner: { ...actor, displayName: "Ada" } }));

    await add(false, "a", "b");
    const without = await names();
    await add(true, "c");
    const once = await names();
    await add(true, "d", "e");
    const often = await names();

    await pool.end();
    expect(without).toEqual([]);
    expect(once.length).toBeGreaterThanOrEqual(2);
    expect(often).toEqual(once);
  });

  it("have different names if two storages share a connection", async () => {
    const { connectionString, migrated, newSchema } = database();
    const pool = poolOf(connectionString, 1);
    const schemas = [newSchema(), `${newSchema()} too`];
    for (const schema of schemas) await migrated(schema);

    const codes: string[] = [];
    for (const schema of [...schemas, ...schemas]) {
      const roster = createRoster({ storage: postgresStorage({ client: pool, schema }) });
      const created = await roster.createOrganization({
        organizationId,
        name: schema,
        owner: { ...actor, displayName: "Ada" },
      });
      codes.push(created.isOk() ? "done" : created.error.code);
    }

    const names = await Promise.all(
      schemas.map(
        async (schema) => (await pool.query<{ name: string }>(`SELECT name FROM "${schema}".roster_organization`)).rows,
      ),
    );
    await pool.end();
    expect(codes).toEqual(["done", "done", "organization_already_exists", "organization_already_exists"]);
    expect(names).toEqual(schemas.map((name) => [{ name }]));
  });
});
