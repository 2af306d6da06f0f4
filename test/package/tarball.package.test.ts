import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compilerOptions } from "../support/package/strict-typescript.ts";
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

it.each([
  ["ES modules", "module", 'import * as storage from "workspace-roster/storage";'],
  ["CommonJS", "commonjs", 'const storage = require("workspace-roster/storage");'],
])("gives authors of adapters the library's limits and the errors of a storage in %s", (_, type, imports) => {
  const code = `${imports}
const errors = [storage.storageFailed("broken"), storage.storageUnavailable("locked"), storage.aborted()];
const { libraryLimits: limits } = storage;
console.log(JSON.stringify([Object.keys(storage).sort(), limits, errors]));`;

  const [names, limits, errors] = JSON.parse(
    run(process.execPath, [`--input-type=${type}`, "-e", code], folder),
  ) as readonly unknown[];

  expect(names).toEqual(["aborted", "libraryLimits", "storageFailed", "storageUnavailable"]);
  expect(limits).toEqual({ members: 10_000, changes: 50_000 });
  expect(errors).toEqual([
    { code: "storage_failed", cause: "broken" },
    { code: "storage_unavailable", cause: "locked" },
    { code: "aborted" },
  ]);
});

it.each(["memory", "node:sqlite"])("adds, lists and authorizes members over %s on this Node", (store) => {
  expect(smokeOn([process.execPath], folder, store)).toEqual(smoke);
});

it("compiles the README's first example unchanged under the strictest TypeScript options", () => {
  const project = join(folder, "strict");
  mkdirSync(project);
  writeFileSync(join(project, "example.mts"), example);
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["example.mts"] }));

  expect(run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project], folder)).toBe("");
});

it("installs zod and neverthrow and nothing else", () => {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly peer?: boolean; readonly optional?: boolean }>>;
  };

  // neverthrow lists a native binary of its own build tool as an optional dependency.
  const installed = Object.keys(packages).filter((path) => path !== "" && packages[path]?.optional !== true);
  expect(installed.sort()).toEqual(["node_modules/neverthrow", "node_modules/workspace-roster", "node_modules/zod"]);
});
