import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { folderWithTarball, run } from "../support/package/tarball.ts";

let folder: string;

beforeAll(() => {
  folder = folderWithTarball("typescript@6.0.3", "@types/node@24.19.2");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const program = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, ["node_modules/workspace-roster/dist/bin/workspace-roster-contract.js", ...parameters], {
    cwd: folder,
    encoding: "utf8",
  });

it("writes a harness and a storage that compile under strict options and fail with what is missing", () => {
  const { status, stdout } = program("init", "mine");
  expect(status).toBe(0);
  expect(stdout).toContain('npx workspace-roster-contract mine/harness.mts --group "commit: guard"');
  expect(readdirSync(join(folder, "mine")).sort()).toEqual([
    "answers.mts",
    "harness.mts",
    "pages.mts",
    "storage.mts",
    "tsconfig.json",
  ]);

  expect(run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "mine"], folder)).toBe("");

  const guard = program("mine/harness.mts", "--group", "commit: guard");
  expect([guard.status, guard.stderr]).toEqual([1, ""]);
  expect(guard.stdout).toContain("storage_failed: Error: not written yet: commit, the guard");
  expect(guard.stdout).toMatch(/^0 passed, \d+ failed/m);
});

it("overwrites nothing", () => {
  program("init", "twice");
  const storage = join(folder, "twice/storage.mts");
  const written = readFileSync(storage, "utf8");
  rmSync(join(folder, "twice/answers.mts"));

  const again = program("init", "twice");

  expect([again.status, again.stdout]).toEqual([2, ""]);
  expect(again.stderr).toContain("Nothing was written, because twice already has harness.mts");
  expect(readFileSync(storage, "utf8")).toBe(written);
  expect(readdirSync(join(folder, "twice"))).not.toContain("answers.mts");
});
