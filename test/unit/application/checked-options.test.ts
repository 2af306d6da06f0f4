import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { createRoster } from "../../../src/application/create-roster.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { openTelemetryObserver } from "../../../src/opentelemetry.ts";
import { postgresStorage } from "../../../src/postgres.ts";
import { sqliteStorage } from "../../../src/sqlite.ts";

const storage = memoryStorage();
const client = { query: () => expect.unreachable() };
const database = new DatabaseSync(":memory:");
const promise = Promise.resolve(true);
const roles = (viewer: unknown): object => ({ owner: ["members:manage"], viewer });

const invalid: readonly [of: (options: never) => unknown, options: unknown, sentence: string][] = [
  ...["false", {}, promise, 0, 1, null].flatMap((value): [typeof createRoster, unknown, string][] =>
    ["membersCreateWorkspaces", "organizationAdminsAdminister"].map((name) => [
      createRoster,
      { storage, policy: { [name]: value } },
      `policy.${name} must be true, false or absent, not ${shown(value)}.`,
    ]),
  ),
  [createRoster, undefined, "The options of createRoster must be an object, not undefined."],
  [createRoster, {}, "storage must be a storage, such as memoryStorage(), not undefined."],
  [createRoster, { storage: memoryStorage }, "storage must be a storage, such as memoryStorage(), not a function."],
  [
    createRoster,
    { storage: { ...storage, limits: { members: 0 } } },
    "storage must be a storage, such as memoryStorage(), not an object.",
  ],
  [
    createRoster,
    { storage: { ...storage, read: undefined } },
    "storage must be a storage, such as memoryStorage(), not an object.",
  ],
  [
    createRoster,
    { storage, deadline: 5 },
    'The options of createRoster must have no fields other than storage, policy, workspaceRoles, clock, createId, deadlineMs, observe, timer, but has "deadline".',
  ],
  [createRoster, { storage, clock: new Date(0) }, "clock must be a function or absent, not an object."],
  [createRoster, { storage, createId: "id" }, 'createId must be a function or absent, not "id".'],
  [createRoster, { storage, observe: null }, "observe must be a function or absent, not null."],
  [
    createRoster,
    { storage, timer: { now: Date.now } },
    "timer must be an object with now, wait and random, not an object.",
  ],
  [
    createRoster,
    { storage, deadlineMs: Number.NaN },
    "deadlineMs must be a number of milliseconds, 0 or more, not NaN.",
  ],
  [createRoster, { storage, deadlineMs: -1 }, "deadlineMs must be a number of milliseconds, 0 or more, not -1."],
  [createRoster, { storage, deadlineMs: "5" }, 'deadlineMs must be a number of milliseconds, 0 or more, not "5".'],
  [
    createRoster,
    { storage, deadlineMs: "Ж".repeat(200) },
    `deadlineMs must be a number of milliseconds, 0 or more, not "${"Ж".repeat(100)}"….`,
  ],
  [createRoster, { storage, policy: "strict" }, 'policy must be an object, not "strict".'],
  [createRoster, { storage, policy: [] }, "policy must be an object, not an array."],
  [
    createRoster,
    { storage, policy: { memberCreateWorkspaces: false } },
    'policy must have no fields other than organizationAdminsAdminister, membersCreateWorkspaces, limits, but has "memberCreateWorkspaces".',
  ],
  [createRoster, { storage, policy: { limits: 5 } }, "policy.limits must be an object, not 5."],
  [
    createRoster,
    { storage, policy: { limits: { members: 5 } } },
    'policy.limits must have no fields other than membersPerWorkspace, activeWorkspacesPerOrganization, membersPerOrganization, but has "members".',
  ],
  [
    createRoster,
    { storage, workspaceRoles: null },
    "workspaceRoles must be an object of roles, each with an array of permissions, not null.",
  ],
  [
    createRoster,
    { storage, workspaceRoles: roles("page:read") },
    'workspaceRoles["viewer"] must be an array of permission names, not "page:read".',
  ],
  [
    createRoster,
    { storage, workspaceRoles: roles([1]) },
    'workspaceRoles["viewer"] must be an array of permission names, not an array.',
  ],
  [sqliteStorage, {}, "database must be an open SQLite database, not undefined."],
  [sqliteStorage, { database: "roster.db" }, 'database must be an open SQLite database, not "roster.db".'],
  [
    sqliteStorage,
    { database, busyTimeoutMs: -1 },
    "busyTimeoutMs must be a whole number of milliseconds from 0, not -1.",
  ],
  [
    sqliteStorage,
    { database, busyTimeoutMs: "5" },
    'busyTimeoutMs must be a whole number of milliseconds from 0, not "5".',
  ],
  [
    sqliteStorage,
    { database, busyTimeout: 5 },
    'The options of sqliteStorage must have no fields other than database, busyTimeoutMs, but has "busyTimeout".',
  ],
  [postgresStorage, {}, "client must be an object with a query method, such as a pg.Pool, not undefined."],
  [postgresStorage, { client, prepare: "false" }, 'prepare must be true, false or absent, not "false".'],
  [
    postgresStorage,
    { client, schema: 5 },
    "schema must be the name of a schema, of at most 63 bytes, or absent, not 5.",
  ],
  [
    postgresStorage,
    { client, tablePrefix: null },
    "tablePrefix must be up to 30 lower case letters, digits and underscores, not null.",
  ],
  [
    postgresStorage,
    { client, prefix: "x" },
    'The options of postgresStorage must have no fields other than client, prepare, schema, tablePrefix, but has "prefix".',
  ],
  [openTelemetryObserver, {}, "system must be the name of a database system, not undefined."],
  [
    openTelemetryObserver,
    { system: "sqlite", tracer: {} },
    "tracer must be a tracer of OpenTelemetry or absent, not an object.",
  ],
  [
    openTelemetryObserver,
    { system: "sqlite", trace: {} },
    'The options of openTelemetryObserver must have no fields other than system, tracer, but has "trace".',
  ],
];

describe("an invalid option", () => {
  it.each(invalid)("%o throws for %o: %s", (of, options, sentence) => {
    expect(() => of(options as never)).toThrow(new TypeError(sentence));
  });
});

describe("an option that is undefined", () => {
  it("has its default", () => {
    const open = Object.fromEntries(
      ["policy", "workspaceRoles", "clock", "createId", "deadlineMs", "observe", "timer"].map((name) => [
        name,
        undefined,
      ]),
    );

    expect(() => createRoster({ storage, ...open })).not.toThrow();
    expect(() => sqliteStorage({ database, busyTimeoutMs: undefined as never })).not.toThrow();
    expect(() => postgresStorage({ client, prepare: undefined as never, schema: undefined })).not.toThrow();
    expect(() => openTelemetryObserver({ system: "sqlite", tracer: undefined })).not.toThrow();
  });
});

function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
