import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeError, type UserId } from "workspace-roster";
import { exampleFile } from "../../support/examples/import-example.ts";
import { runImporter } from "../../support/examples/example-process.ts";

/** The numbers in the row of the summary that begins with this label. */
function numbersIn(stdout: string, label: string): readonly number[] {
  const row = stdout.split("\n").find((line) => line.trimStart().startsWith(label)) ?? "";
  const [, numbers = ""] = row.split(label);
  return [...numbers.matchAll(/\d+/g)].map(Number);
}

describe("npm run import", { timeout: 60_000 }, () => {
  let folder: string;
  let file: string;
  let database: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "import-command-"));
    file = join(folder, "acme.yaml");
    database = join(folder, "acme.db");
    writeFileSync(file, exampleFile);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("reports numbers and everybody who was rejected, and on the second run that nothing was written", async () => {
    const first = await runImporter(file, "--database", database);
    const second = await runImporter(file, "--database", database);

    const alreadyAdmin = {
      code: "role_conflict",
      userId: "ada" as UserId,
      currentRole: "admin",
      requestedRole: "member",
    } as const;
    expect([first.exitCode, second.exitCode], first.stderr + second.stderr).toEqual([0, 0]);
    expect(numbersIn(first.stdout, "organization members (2 of them admins)")).toEqual([6, 6, 6, 0, 0]);
    expect(numbersIn(first.stdout, "workspaces")).toEqual([5, 5, 5, 0, 0]);
    expect(numbersIn(first.stdout, "people named in teams")).toEqual([10, 7, 7, 0, 3]);
    expect(numbersIn(first.stdout, "admins lent by the organization to teams without a maintainer")).toEqual([
      3, 3, 3, 0, 0,
    ]);
    expect(numbersIn(first.stdout, "role assignments in all")).toEqual([13, 10, 10, 0, 3]);
    expect(numbersIn(second.stdout, "role assignments in all")).toEqual([13, 10, 0, 10, 3]);
    expect(first.stdout).toMatch(/web\/ops +bo +member +Bo +"bo" is not a member of the organization/);
    expect(first.stdout).toMatch(/board +ada +member +"ada" /);
    expect(first.stdout).toContain(describeError(alreadyAdmin));
    expect(first.stdout).toMatch(/guests +zoe +admin +"zoe" is not a member of the organization/);
    expect(first.stdout).toContain(
      "Spelled as a member except for upper and lower case: 1. --ignore-case accepts them.",
    );
    expect(first.stderr).toContain("acme: 6 of 6 people, 5 of 5 workspaces");
    expect(first.stdout).not.toContain("nothing was written");
    expect(second.stdout).toContain("Everything was there before: nothing was written.");
  });

  it("shows with --dry-run what an import would do, whether or not the database exists", async () => {
    const onMissing = await runImporter(file, "--database", database, "--dry-run");
    const filesAfterwards = readdirSync(folder);
    await runImporter(file, "--database", database);
    const before = readFileSync(database);

    const onExisting = await runImporter(file, "--database", database, "--dry-run", "--ignore-case");

    expect([onMissing.exitCode, onExisting.exitCode], onMissing.stderr + onExisting.stderr).toEqual([0, 0]);
    expect(filesAfterwards).toEqual(["acme.yaml"]);
    expect(numbersIn(onMissing.stdout, "role assignments in all")).toEqual([13, 10, 10, 0, 3]);
    expect(numbersIn(onExisting.stdout, "role assignments in all")).toEqual([13, 11, 1, 10, 2]);
    expect(readFileSync(database).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["acme.db", "acme.yaml"]);
  });

  it("imports every organization of the file, and exits with 1 if a team was refused", async () => {
    writeFileSync(file, "orgs: { one: { admins: [ada], teams: { A: {}, a: {} } }, two: { admins: [ada, bo] } }");

    const { exitCode, stdout } = await runImporter(file, "--database", database);

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/a +0 +The active workspace "A" already has the name "a"/);
    expect(stdout).toContain("organization members (2 of them admins)");
  });

  it.each([
    ["a missing file", ["no-such.yaml"], 2, "no-such.yaml cannot be imported: there is no such file."],
    ["a database in a missing folder", ["acme.yaml", "--database", "nowhere/acme.db"], 1, "cannot be opened"],
    [
      "a dry run on a file that is no database",
      ["acme.yaml", "--database", "acme.yaml", "--dry-run"],
      1,
      "file is not a database",
    ],
  ])("says what is wrong with %s", async (_, args, exitCode, problem) => {
    const inFolder = args.map((arg) => (arg.startsWith("--") ? arg : join(folder, arg)));

    const ended = await runImporter(...inFolder);

    expect(ended.exitCode).toBe(exitCode);
    expect(ended.stderr).toContain(problem);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});
