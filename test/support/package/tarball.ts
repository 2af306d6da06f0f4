import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = process.cwd();

/** What the README's first example prints. */
export const printed = "added [ { userId: 'bo', role: 'admin' }, { userId: 'cy', role: 'member' } ]\n";

const path = [dirname(process.execPath), join(root, "node_modules/.bin"), process.env["PATH"] ?? ""].join(":");

let isBuilt = false;

/** Builds and packs the package, and installs the tarball and the other packages in an empty folder. */
export function folderWithTarball(...others: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "workspace-roster-tarball-"));
  // One build serves all test files that share this module: none of them changes the source.
  if (!isBuilt) run("npm", ["run", "--silent", "build"], root);
  isBuilt = true;
  const packed = run("npm", ["pack", "--json", "--pack-destination", folder], root);
  const [{ filename }] = JSON.parse(packed) as [{ readonly filename: string }];
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true }));
  run("npm", ["install", "--no-audit", "--no-fund", `./${filename}`, ...others], folder);
  return folder;
}

/** The README's first TypeScript block that is a whole program: what a newcomer copies. */
export function firstExample(): string {
  const [, block] = /```ts\n(import .*?)```/s.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  if (block === undefined) throw new Error("The README has no TypeScript block that imports what it uses.");
  return block;
}

/** Runs a program to its end and returns what it printed. */
export function run(command: string, parameters: readonly string[], cwd: string): string {
  const env = { ...process.env, PATH: path };
  return execFileSync(command, parameters, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
