import { beforeAll, describe, expect, it } from "vitest";
import { need } from "../../src/application/ports/need.ts";
import { type PostgresClient, type PostgresStorage, postgresStorage } from "../../src/postgres.ts";
import { batchBuilder } from "../../src/testing/builders/batch-builder.ts";
import { memberAdded } from "../../src/testing/builders/new-events.ts";
import { commandKey, operationId, organizationId, userId, workspaceId } from "../../src/testing/builders/ids.ts";
import { listQuery } from "../../src/testing/builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../src/testing/builders/records.ts";
import { insert, remove, replace } from "../../src/testing/builders/writes.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import { describeOnPostgres } from "../support/postgres/database.ts";
import { isCommit, recordingClient } from "../support/recording-client.ts";

const acme = organizationId("acme");
const lab = workspaceId("lab");
const query = listQuery(acme, { limit: 50 });
const search = listQuery(acme, { limit: 50, words: ["user-9", "u", "us", "use"] });
const everything = need({
  maxAssignments: 100,
  command: commandKey("key"),
  members: [userId("user-1")],
  anyMembers: 3,
  workspaces: [lab],
  workspaceNames: ["lab"],
  workspacesNamedLike: [lab],
  assignments: [{ workspaceId: lab, userIds: [userId("user-2")] }],
  allAssignmentsOf: [userId("user-3")],
  assignmentsInSameWorkspaces: [userId("user-4")],
  grantingEvents: true,
});
const eventsOf = (parts: object) => ({ need: need({}), workspaceId: null, userId: null, operationId: null, ...parts });

const reads: Record<string, (storage: PostgresStorage) => Promise<unknown>> = {
  load: async (storage) => valueOf(storage.load(acme, everything, {})),
  "load of the first admin": async (storage) =>
    valueOf(storage.load(acme, { ...everything, firstAdminExcept: [userId("user-1")] }, {})),
  organizationMembers: async ({ read }) => valueOf(read.organizationMembers({ ...query, role: null }, {})),
  "organizationMembers by role": async ({ read }) =>
    valueOf(read.organizationMembers({ ...query, role: "billing" }, {})),
  candidates: async ({ read }) => valueOf(read.candidates({ ...query, workspaceId: lab }, {})),
  workspaceMembers: async ({ read }) => valueOf(read.workspaceMembers({ ...query, workspaceId: lab, role: null }, {})),
  "workspaceMembers by role": async ({ read }) =>
    valueOf(read.workspaceMembers({ ...query, workspaceId: lab, role: "admin" }, {})),
  workspaces: async ({ read }) => valueOf(read.workspaces({ ...search, includeArchived: false }, {})),
  workspacesOf: async ({ read }) => valueOf(read.workspacesOf({ ...search, userId: userId("user-1") }, {})),
  "search for organization members": async ({ read }) =>
    valueOf(read.organizationMembers({ ...search, role: null }, {})),
  "search for one word": async ({ read }) =>
    valueOf(read.organizationMembers({ ...search, words: ["user-9"], role: null }, {})),
  "search by role": async ({ read }) => valueOf(read.organizationMembers({ ...search, role: "member" }, {})),
  "search for candidates": async ({ read }) => valueOf(read.candidates({ ...search, workspaceId: lab }, {})),
  "search for workspace members": async ({ read }) =>
    valueOf(read.workspaceMembers({ ...search, workspaceId: lab, role: "admin" }, {})),
  events: async (storage) => valueOf(storage.events(acme, 0, 50, eventsOf({}))),
  "events of a workspace": async (storage) => valueOf(storage.events(acme, 0, 50, eventsOf({ workspaceId: lab }))),
  "events of a user": async (storage) => valueOf(storage.events(acme, 0, 50, eventsOf({ userId: userId("user-1") }))),
  "events of both": async (storage) =>
    valueOf(storage.events(acme, 0, 50, eventsOf({ workspaceId: lab, userId: userId("user-1") }))),
  "events of an operation": async (storage) =>
    valueOf(storage.events(acme, 0, 50, eventsOf({ operationId: operationId("operation-1") }))),
};

/** What a commit of every kind of write reads and writes. */
const commit = batchBuilder({} as PostgresStorage).next({
  writes: [
    replace.organization(anOrganization()),
    insert.member(aMember("new")),
    replace.member(aMember("user-1", { nameKey: "renamed", words: ["renamed"] })),
    remove.member("user-2"),
    insert.workspace(aWorkspace("new")),
    replace.workspace(aWorkspace("lab", { name: "Lab 2" })),
    insert.assignment(anAssignment("new", "new")),
    replace.assignment(anAssignment("lab", "user-3", { role: "admin" })),
    remove.assignment("lab", "user-2"),
  ],
  newEvents: [memberAdded("new")],
});

/** The two tables with one row for each organization. */
const single = /roster_(guard|organization) /;

/** The steps of a plan, each with its conditions. */
function stepsOf(plan: readonly string[]): readonly string[] {
  return plan.join("\n").split(/\n(?= *(?:->|CTE|InitPlan|SubPlan))/);
}

const manySmall = { organization: "'small-' || n", user: "'u'", workspace: "'w'", other: "'o'", number: "1" };
const oneLarge = {
  organization: "'acme'",
  user: "'other-' || n",
  workspace: "'room-' || n",
  other: "'other-' || n",
  number: "100000 + n",
};

/** What the tables contain besides the organization when statistics are made; null if none are made. */
const statistics: readonly (readonly [name: string, fillings: readonly Filling[] | null])[] = [
  ["without statistics", null],
  ["with statistics of many small organizations", [manySmall]],
  ["with statistics of one large organization", [oneLarge]],
  ["with statistics of a large organization among small ones", [oneLarge, manySmall]],
];

describeOnPostgres("plans of PostgreSQL", (database) => {
  // Generic plans, as prepared statements have them after some executions: they do not know the values.
  describe.each(statistics)("%s", (name, fillings) => {
    let schema: string;
    const texts = new Map<string, string>();

    beforeAll(async () => {
      const { pool, migrated } = database();
      schema = `plans ${name}`.slice(0, 60);
      const storage = await migrated(schema);
      const users = Array.from({ length: 3_000 }, (_, index) => `user-${index}`);
      await batchBuilder(storage).create({
        writes: [
          ...users.map((id) => insert.member(aMember(id, { words: [id, "user"] }))),
          insert.workspace(aWorkspace("lab")),
          ...users.map((id) => insert.assignment(anAssignment("lab", id))),
        ],
        newEvents: users.map(memberAdded),
      });
      for (const filling of fillings ?? []) await fill(pool, schema, filling);
      if (fillings !== null) await pool.query("ANALYZE");
    });

    async function planOf(work: (storage: PostgresStorage) => Promise<unknown>): Promise<readonly string[]> {
      const { pool } = database();
      const client = recordingClient(pool);
      await work(postgresStorage({ client, schema }));
      const text = client.texts.at(-1) ?? "";
      texts.set(text, text);
      const { rows } = await pool.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN, COSTS OFF) ${text}`);
      return stepsOf(rows.map((row) => row["QUERY PLAN"]));
    }

    function broad(plan: readonly string[]): readonly string[] {
      return plan.filter((step) => {
        if (!/Scan (using|on) \S*roster/.test(step) || single.test(step)) return false;
        if (step.includes("Seq Scan")) return true;
        if (step.includes("Bitmap Heap Scan")) return false;
        const condition = /Index Cond: (.*)/.exec(step)?.[1] ?? "";
        return !condition.includes("organization_id =") || !condition.includes("AND");
      });
    }

    it.each(Object.entries(reads))("%s looks up rows by more than their organization", async (name, read) => {
      const plan = await planOf(read);

      // `anyMembers` reads the organization, up to a limit.
      const allowed = name.startsWith("load") ? 1 : 0;
      expect(plan.length).toBeGreaterThan(3);
      expect(broad(plan)).toHaveLength(allowed);
    });

    it.each(["search for one word", "search by role", "search for workspace members", "search for candidates"])(
      "a %s reads the people who have the word in order, and stops when the page is full",
      async (name) => {
        const plan = await planOf(reads[name] ?? (() => Promise.reject(new Error("no such list"))));

        const sorts = plan.filter((step) => step.includes("Sort Key: ")).map((step) => /Sort Key: .*/.exec(step)?.[0]);
        expect(sorts.filter((key) => key?.startsWith("Sort Key: found.name_key"))).toHaveLength(1);
        expect(sorts.filter((key) => /^Sort Key: (assignment|member)(_\d+)?\./.test(key ?? ""))).toEqual([]);
      },
    );

    it("finds people with a rare role by the role", async () => {
      const plan = await planOf(
        reads["organizationMembers by role"] ?? (() => Promise.reject(new Error("no such list"))),
      );

      expect(plan.filter((step) => step.includes("roster_organization_member_by_role"))).toHaveLength(1);
    });

    it("a commit looks up rows by their keys", async () => {
      const plan = await planOf(async (storage) => valueOf(storage.commit({ ...commit, organizationId: acme }, {})));
      const isTheCommit = [...texts.keys()].some(isCommit);

      expect(isTheCommit).toBe(true);
      expect(broad(plan)).toEqual([]);
    });

    it("finds old command records by their time", async () => {
      const plan = await planOf(async (storage) => valueOf(storage.pruneCommandRecords("2000", 100, {})));

      expect(plan.some((step) => step.includes("roster_command_by_time"))).toBe(true);
      expect(plan.filter((step) => step.includes("Seq Scan"))).toEqual([]);
    });
  });
});

interface Filling {
  readonly organization: string;
  readonly user: string;
  readonly workspace: string;
  readonly other: string;
  readonly number: string;
}

/** Inserts 5,000 rows into each table. Their values are these expressions of `n`. */
async function fill(pool: PostgresClient, schema: string, filling: Filling): Promise<void> {
  const { organization, user, workspace, other, number } = filling;
  const tables: Record<string, string> = {
    guard: `1, 1`,
    organization: `'O', 1, 1, 1, ''`,
    organization_member: `${user}, 'member', 'U', NULL, ${user}, ' ' || ${user}`,
    member_word: `${user}, ${user}, ${user}`,
    workspace: `${workspace}, 'W', '', 'active', '[]', '', ${workspace}, ' ' || ${workspace}`,
    role_assignment: `${user}, ${workspace}, 'member', 1, ${user}`,
    event: `${number}, 'workspace.member.added', ${workspace}, ${user}, '{}'`,
    operation: `${other}, ${number}, ${number}`,
    command: `${other}, '', NULL, '2020'`,
  };
  for (const [table, values] of Object.entries(tables)) {
    await pool.query(
      `INSERT INTO "${schema}".roster_${table} SELECT ${organization}, ${values} FROM generate_series(1, 5000) AS n
       ON CONFLICT DO NOTHING`,
      [],
    );
  }
}
