import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoster } from "workspace-roster";
import { sqliteStorage } from "workspace-roster/sqlite";

const run = promisify(execFile);

const options = { cwd: join(import.meta.dirname, "../.."), env: { ...process.env, NO_COLOR: "1" } };

/** Runs what a reader of the README runs, and returns what it prints. Rejects if the exit code is not 0. */
async function quickstart(database: string): Promise<string> {
  const { stdout } = await run("npm", ["run", "--silent", "quickstart", "--", database], options);
  return stdout;
}

/** Runs it again without building. */
async function quickstartAgain(database: string): Promise<string> {
  const { stdout } = await run(process.execPath, ["examples/quickstart.ts", database], options);
  return stdout;
}

/** Leaves what a first run leaves that was killed early: two people, and the workspace with its creator. */
async function halfFinished(path: string): Promise<void> {
  const database = new DatabaseSync(path);
  const storage = sqliteStorage({ database });
  (await storage.migrate())._unsafeUnwrap();
  const roster = createRoster({ storage });
  const organizationId = "northwind";
  const actor = { userId: "ada" };
  const owner = { userId: "ada", displayName: "Ada Byron" };
  const chidi = { userId: "chidi", displayName: "Chidi Eze", role: "member" } as const;
  (await roster.createOrganization({ organizationId, name: "Northwind", owner }))._unsafeUnwrap();
  (await roster.addOrganizationMembers({ organizationId, actor, members: [chidi] }))._unsafeUnwrap();
  const workspace = { organizationId, actor, workspaceId: "data-platform", name: "Data Platform" };
  (await roster.createWorkspace(workspace))._unsafeUnwrap();
  database.close();
}

describe("npm run quickstart", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "quickstart-"));
  const database = join(folder, "quickstart.db");
  let first: string;
  let second: string;

  beforeAll(async () => {
    first = await quickstart(database);
    second = await quickstartAgain(database);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it("adds people in one call, and shows that a workspace admin can still have the organization role billing", () => {
    expect(first).toContain("Organization: created. People: 11 added, 0 already there.");
    expect(first).toContain("Workspace: created. Members: 5 added, 0 already there.");
    expect(first).toMatch(/person +workspace role +organization role\n.*\n(.*\n)*? +Bea Costa +admin +billing\n/);
  });

  it("shows that a batch with a non-member writes nothing, and that `partial` mode adds the others", () => {
    expect(first).toContain(
      'members_rejected: Nothing was written, because items were rejected (1): "zoe" is not a member',
    );
    expect(first).toContain("Members before: 6. Members after: 6.");
    expect(first).toMatch(/hana +added\n +ines +added\n +zoe +rejected +"zoe" is not a member of the organization\.\n/);
  });

  it("shows the workspace in the list of a new member", () => {
    expect(first).toMatch(/her role\n.*\n +Data Platform +member\n/);
  });

  it("says on a second run what already exists", () => {
    expect(second).toContain("Organization: already there. People: 0 added, 11 already there.");
    expect(second).toContain("Workspace: already there. Members: 0 added, 5 already there.");
    expect(second).toContain("Members before: 8. Members after: 8.");
    expect(second).toMatch(/hana +already there\n +ines +already there\n +zoe +rejected /);
  });

  it("continues after a first run that was killed", async () => {
    const half = join(folder, "half.db");
    await halfFinished(half);

    const output = await quickstartAgain(half);

    expect(output).toContain("Organization: already there. People: 10 added, 1 already there.");
    expect(output).toContain("Workspace: already there. Members: 5 added, 0 already there.");
    expect(await quickstartAgain(half)).toBe(second.replaceAll(database, half));
  });
});
