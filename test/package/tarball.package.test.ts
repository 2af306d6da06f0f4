import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = process.cwd();
const binaries = dirname(process.execPath);
const env = { ...process.env, PATH: `${binaries}:${join(root, "node_modules/.bin")}:${process.env["PATH"] ?? ""}` };
const printed = "added [ { userId: 'bo', role: 'admin' }, { userId: 'cy', role: 'member' } ]\n";

let folder: string;
let example: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "workspace-roster-tarball-"));
  run("npm", ["run", "--silent", "build"], root);
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], root)) as [
    { filename: string },
  ];
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true }));
  run("npm", ["install", "--no-audit", "--no-fund", `./${packed.filename}`], folder);
  example = /```ts\n(.*?)```/s.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1] ?? "";
}, 240_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("runs the README's first example as an ES module", () => {
  writeFileSync(join(folder, "example.mjs"), example);

  expect(run(process.execPath, ["example.mjs"], folder)).toBe(printed);
});

it("runs the README's first example as CommonJS", () => {
  const required = example.replaceAll(/^import (\{.*\}) from (".*");$/gm, "const $1 = require($2);");
  writeFileSync(join(folder, "example.cjs"), `(async () => {\n${required}\n})();\n`);

  expect(run(process.execPath, ["example.cjs"], folder)).toBe(printed);
});

it("passes the strictest TypeScript with the README's first example as it is", () => {
  const project = join(folder, "strict");
  mkdirSync(project);
  writeFileSync(join(project, "example.mts"), example);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    target: "es2023",
    module: "nodenext",
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["example.mts"] }));

  expect(run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project], folder)).toBe("");
});

it("brings zod and neverthrow and nothing else", () => {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly peer?: boolean; readonly optional?: boolean }>>;
  };

  // The optional native build that neverthrow lists for its own development is not installed by default.
  const installed = Object.keys(packages).filter((path) => path !== "" && packages[path]?.optional !== true);
  expect(installed.sort()).toEqual(["node_modules/neverthrow", "node_modules/workspace-roster", "node_modules/zod"]);
});

function run(command: string, parameters: readonly string[], cwd: string): string {
  return execFileSync(command, parameters, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
