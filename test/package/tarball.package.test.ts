import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { smoke, smokeOn } from "../support/package/smoke-run.ts";
import { firstExample, folderWithTarball, printed, root, run } from "../support/package/tarball.ts";

const example = firstExample();
let folder: string;

beforeAll(() => {
  folder = folderWithTarball();
});

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

it.each(["memory", "node:sqlite"])("does the main job over %s on this Node", (store) => {
  expect(smokeOn([process.execPath], folder, store)).toEqual(smoke);
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

  // neverthrow lists a native build for its own development as optional.
  const installed = Object.keys(packages).filter((path) => path !== "" && packages[path]?.optional !== true);
  expect(installed.sort()).toEqual(["node_modules/neverthrow", "node_modules/workspace-roster", "node_modules/zod"]);
});
