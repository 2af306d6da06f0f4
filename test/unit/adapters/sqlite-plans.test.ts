import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { need } from "../../../src/application/ports/need.ts";
import { type SqliteStorage, sqliteStorage } from "../../../src/sqlite.ts";
import { batchBuilder } from "../../../src/testing/builders/batch-builder.ts";
import { organizationId, userId, workspaceId } from "../../../src/testing/builders/ids.ts";
import { listQuery } from "../../../src/testing/builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../../src/testing/builders/records.ts";
import { insert, remove, replace } from "../../../src/testing/builders/writes.ts";
import { valueOf } from "../../../src/testing/expectations.ts";

const acme = organizationId("acme");
const lab = workspaceId("lab");
const query = listQuery(acme, { limit: 5 });
const search = listQuery(acme, { limit: 5, words: ["user-9"] });
const twoWords = listQuery(acme, { limit: 5, words: ["user-9", "u"] });
const everything = need({
  maxAssignments: 100,
  command: "key" as never,
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

const reads: Record<string, (storage: SqliteStorage) => Promise<unknown>> = {
  load: async (storage) => valueOf(storage.load(acme, everything, {})),
  organizationMembers: async ({ read }) => valueOf(read.organizationMembers({ ...query, role: null }, {})),
  "organizationMembers by role": async ({ read }) =>
    valueOf(read.organizationMembers({ ...query, role: "billing" }, {})),
  candidates: async ({ read }) => valueOf(read.candidates({ ...query, workspaceId: lab }, {})),
  workspaceMembers: async ({ read }) => valueOf(read.workspaceMembers({ ...query, workspaceId: lab, role: null }, {})),
  "workspaceMembers by role": async ({ read }) =>
    valueOf(read.workspaceMembers({ ...query, workspaceId: lab, role: "admin" }, {})),
  workspaces: async ({ read }) => valueOf(read.workspaces({ ...search, includeArchived: false }, {})),
  events: async (storage) => valueOf(storage.events(acme, 0, 5, eventsOf({}))),
  "events of a workspace": async (storage) => valueOf(storage.events(acme, 0, 5, eventsOf({ workspaceId: lab }))),
  "events of a user": async (storage) => valueOf(storage.events(acme, 0, 5, eventsOf({ userId: userId("user-1") }))),
  "events of an operation": async (storage) =>
    valueOf(storage.events(acme, 0, 5, eventsOf({ operationId: "operation-1", userId: userId("user-1") }))),
  "events of both": async (storage) =>
    valueOf(storage.events(acme, 0, 5, eventsOf({ workspaceId: lab, userId: userId("user-1") }))),
};

const sortingReads: Record<string, (storage: SqliteStorage) => Promise<unknown>> = {
  "load of the first admin": async (storage) =>
    valueOf(storage.load(acme, need({ firstAdminExcept: [userId("user-1")] }), {})),
  "search for organization members": async ({ read }) =>
    valueOf(read.organizationMembers({ ...search, role: null }, {})),
  "search by two words": async ({ read }) => valueOf(read.organizationMembers({ ...twoWords, role: "member" }, {})),
  "search for candidates": async ({ read }) => valueOf(read.candidates({ ...search, workspaceId: lab }, {})),
  "search for workspace members": async ({ read }) =>
    valueOf(read.workspaceMembers({ ...search, workspaceId: lab, role: null }, {})),
  workspacesOf: async ({ read }) => valueOf(read.workspacesOf({ ...search, userId: userId("user-1") }, {})),
};

describe.each(["before ANALYZE", "after ANALYZE"])("query plans %s", (statistics) => {
  const database = new DatabaseSync(":memory:");
  const prepared: string[] = [];
  const recording = {
    exec: (sql: string) => database.exec(sql),
    prepare(sql: string) {
      prepared.push(sql);
      return database.prepare(sql);
    },
  };

  beforeAll(async () => {
    const storage = sqliteStorage({ database });
    await valueOf(storage.migrate());
    const users = Array.from({ length: 300 }, (_, index) => `user-${index}`);
    await batchBuilder(storage).create({
      writes: [
        ...users.map((id) => insert.member(aMember(id))),
        insert.workspace(aWorkspace("lab")),
        ...users.map((id) => insert.assignment(anAssignment("lab", id))),
      ],
    });
    if (statistics === "after ANALYZE") database.exec("ANALYZE");
  });

  async function plansOf(work: (storage: SqliteStorage) => Promise<unknown>): Promise<readonly string[]> {
    prepared.length = 0;
    await work(sqliteStorage({ database: recording }));
    return prepared
      .filter((sql) => !sql.includes("roster_migration"))
      .flatMap((sql) =>
        database
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all()
          .map((step) => String(step["detail"])),
      );
  }

  it.each(Object.entries(reads))("%s reads an index in the order of the list", async (_, read) => {
    const plan = await plansOf(read);

    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((step) => /SCAN (?!typed)|TEMP B-TREE/.test(step))).toEqual([]);
    expect(plan.filter((step) => step.startsWith("SEARCH") && !step.includes("organization_id=?"))).toEqual([]);
  });

  it.each(Object.entries(sortingReads))("%s scans no table", async (_, read) => {
    const plan = await plansOf(read);

    expect(plan.filter((step) => /SCAN (?!typed|found)/.test(step))).toEqual([]);
    expect(plan.filter((step) => step.startsWith("SEARCH") && !step.includes("organization_id=?"))).toEqual([]);
  });

  it("finds old command records by their time", async () => {
    const plan = await plansOf(async (storage) => valueOf(storage.pruneCommandRecords("2025", 5, {})));

    expect(plan).toContain("SEARCH roster_command USING COVERING INDEX roster_command_by_time (recorded_at<?)");
    expect(plan.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  });

  it("finds the rows to change by user, even for the foreign keys of a deleted member", async () => {
    const plan = await plansOf(async (storage) => {
      const next = batchBuilder(storage);
      const { revision, lastSequence, lastAt } = await valueOf(storage.load(acme, need({}), {}));
      next.continueAfter({ guard: { expectedRevision: revision - 1, lastSequence, lastAt } });
      await next.commit({
        writes: [
          replace.member(aMember("user-1", { nameKey: "renamed" })),
          remove.member("user-2"),
          remove.assignment("lab", "user-2"),
          replace.assignment(anAssignment("lab", "user-3")),
        ],
      });
    });

    const ofAssignments = plan.filter((step) => step.startsWith("SEARCH roster_role_assignment"));
    expect(ofAssignments.length).toBeGreaterThanOrEqual(4);
    expect(ofAssignments.filter((step) => !step.includes("organization_id=? AND user_id=?"))).toEqual([]);
  });
});
