import { describe, expect, it } from "vitest";
import { arrayLiteral } from "../../../src/adapters/postgres/array-literal.ts";
import { commitStatement } from "../../../src/adapters/postgres/commit/commit-statement.ts";
import { factsReading } from "../../../src/adapters/postgres/load/load-facts.ts";
import { isNodePostgres } from "../../../src/adapters/postgres/node-postgres.ts";
import { statementName } from "../../../src/adapters/postgres/statement-name.ts";
import { tablesOf } from "../../../src/adapters/postgres/tables.ts";
import { need } from "../../../src/application/ports/need.ts";
import { postgresStorage } from "../../../src/postgres.ts";
import { batchBuilder } from "../../../src/testing/builders/batch-builder.ts";
import { memberAdded } from "../../../src/testing/builders/new-events.ts";
import { organizationId, userId } from "../../../src/testing/builders/ids.ts";
import { aMember, anAssignment, aWorkspace } from "../../../src/testing/builders/records.ts";
import { insert, remove, replace } from "../../../src/testing/builders/writes.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const tables = tablesOf({});
const users = (count: number) => Array.from({ length: count }, (_, index) => `user-${index}`);

describe("a statement", () => {
  it("has one text for a batch of any size", () => {
    const textFor = (count: number) =>
      commitStatement(
        tables,
        batchBuilder(untouchableStorage()).next({
          writes: users(count).flatMap((user) => [
            insert.member(aMember(`new-${user}`)),
            replace.member(aMember(user)),
            remove.member(`gone-${user}`),
            insert.workspace(aWorkspace(`new-${user}`)),
            replace.workspace(aWorkspace(user)),
            insert.assignment(anAssignment("lab", `new-${user}`)),
            replace.assignment(anAssignment("lab", user)),
            remove.assignment("lab", `gone-${user}`),
          ]),
          newEvents: users(count).map(memberAdded),
        }),
      ).text;

    expect(textFor(100)).toBe(textFor(1));
    expect(textFor(10_000)).toBe(textFor(1));
  });

  it("has one text for a need of any size", () => {
    const textFor = (count: number) =>
      factsReading(
        tables,
        organizationId("acme"),
        need({
          members: users(count).map(userId),
          assignments: [{ workspaceId: aWorkspace("lab").workspaceId, userIds: users(count).map(userId) }],
        }),
      ).statement.text;

    expect(textFor(10_000)).toBe(textFor(1));
  });

  it("binds nothing but text and null, each of it once", () => {
    const { text, values } = commitStatement(
      tables,
      batchBuilder(untouchableStorage()).next({ writes: [insert.member(aMember("ada", { email: null }))] }),
    );

    expect(values.filter((value) => value !== null && typeof value !== "string")).toEqual([]);
    expect(new Set(text.match(/\$\d+/g)).size).toBe(values.length);
  });

  it("has a name that tells its text", () => {
    expect(statementName("SELECT 1")).toBe(statementName("SELECT 1"));
    expect(new Set(users(10_000).map(statementName)).size).toBe(10_000);
  });
});

describe("an array literal", () => {
  it("keeps null, the empty text, quotes, backslashes and commas apart", () => {
    expect(arrayLiteral([null, "", "NULL", 'a"b', "c\\d", "e,f", "{g}"])).toBe(
      String.raw`{NULL,"","NULL","a\"b","c\\d","e,f","{g}"}`,
    );
  });
});

describe("the tables", () => {
  it("are named by schema and prefix", () => {
    expect(tablesOf({}).event).toBe(`"roster_event"`);
    expect(tablesOf({ schema: 'a"b', tablePrefix: "" }).event).toBe(`"a""b"."event"`);
  });

  it.each([
    { tablePrefix: "Roster" },
    { tablePrefix: "a-b" },
    { tablePrefix: "x".repeat(31) },
    { schema: "" },
    // PostgreSQL would cut the last byte off, and two tenants would share their tables.
    { schema: `${"é".repeat(31)}ab` },
  ])("refuse %o", (options) => {
    expect(() => postgresStorage({ client: { query: () => expect.unreachable() }, ...options })).toThrow(TypeError);
  });

  it("may be in a schema of 63 bytes", () => {
    expect(tablesOf({ schema: `${"é".repeat(31)}a` }).schema).toHaveLength(34);
  });
});

describe("postgresStorage", () => {
  it("does no I/O before it is used", () => {
    expect(() => postgresStorage({ client: { query: () => expect.unreachable() } })).not.toThrow();
  });

  it("takes nothing but node-postgres for node-postgres", () => {
    const query = () => expect.unreachable();

    expect(isNodePostgres({ query })).toBe(false);
    expect(isNodePostgres({ query, connect: query })).toBe(false);
    expect(isNodePostgres({ query, connect: query, totalCount: 0, idleCount: 0 })).toBe(true);
    expect(isNodePostgres({ query, connect: query, escapeIdentifier: query, processID: null })).toBe(true);
  });
});
