// `smoke.mjs STORE [DRIVER]` is copied beside an installed tarball and run there on each runtime. It creates an organization,
// adds, lists and authorizes members, and prints the outcome as one line of JSON. DRIVER is the path of a driver's module,
// if the driver is installed elsewhere.
import { createRoster } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
import { sqliteStorage } from "workspace-roster/sqlite";

const [store, driver] = process.argv.slice(2);
const roster = createRoster({ storage: await openStorage() });
const organizationId = "acme";
const workspaceId = "research";
const actor = { userId: "ada" };

const owner = { userId: "ada", displayName: "Ada" };
(await roster.createOrganization({ organizationId, name: "Acme", owner }))._unsafeUnwrap();
const people = /** @type {const} */ ([
  { userId: "bo", role: "billing", displayName: "Bo Žižek" },
  { userId: "cy", role: "member", displayName: "Cy" },
]);
(await roster.addOrganizationMembers({ organizationId, actor, members: people }))._unsafeUnwrap();
(await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Research" }))._unsafeUnwrap();

const members = /** @type {const} */ ([
  { userId: "bo", role: "admin" },
  { userId: "zoe", role: "member" },
  { userId: "cy", role: "member" },
]);
const command = { organizationId, workspaceId, actor, members, idempotencyKey: "first" };
const refused = (await roster.addMembers(command))._unsafeUnwrapErr();
const added = (await roster.addMembers({ ...command, mode: "partial" }))._unsafeUnwrap();
const again = (await roster.addMembers({ ...command, mode: "partial" }))._unsafeUnwrap();
const found = (await roster.listMembers({ organizationId, workspaceId, actor, search: "ziz" }))._unsafeUnwrap();
const permission = "members:manage";
const may = (await roster.can({ organizationId, workspaceId, userId: "bo", permission }))._unsafeUnwrap();
const events = (await roster.events({ organizationId, actor }))._unsafeUnwrap();

console.log(
  JSON.stringify({
    refused: refused.code,
    added: added.added.map(({ userId }) => userId),
    rejected: added.rejected.map(({ userId }) => userId),
    replayed: again.replayed,
    found: found.items.map(({ userId }) => userId),
    may,
    events: events.items.length,
  }),
);

async function openStorage() {
  if (store === "memory") return memoryStorage();
  const storage = sqliteStorage({ database: await openDatabase() });
  (await storage.migrate())._unsafeUnwrap();
  return storage;
}

/** @returns {Promise<import("workspace-roster/sqlite").SqliteDatabase>} */
async function openDatabase() {
  /** @type {unknown} */
  const loaded = await import(driver ?? store ?? "");
  const classes =
    /** @type {Record<string, new (file: string) => import("workspace-roster/sqlite").SqliteDatabase>} */ (loaded);
  const Database = classes["DatabaseSync"] ?? classes["Database"] ?? classes["default"];
  if (Database === undefined) throw new Error("The driver exports no database class.");
  return new Database(":memory:");
}
