import { globSync, readFileSync, rmSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries, importable } from "../support/package/entries.ts";
import { folderWithTarball, root, run } from "../support/package/tarball.ts";

const programs = ["dist/bin/workspace-roster-contract.js"];
const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"']+)["']/g;

let folder: string;
let installed: string;
let files: readonly string[];

beforeAll(() => {
  folder = folderWithTarball();
  installed = join(folder, "node_modules/workspace-roster");
  files = globSync("**/*", { cwd: installed, exclude: ["node_modules"], withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(installed, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the tarball", () => {
  it("contains the build, the docs, the examples for adapter authors, the license and the changelog, and nothing else", () => {
    const pages = files.filter((file) => file.startsWith("docs/"));
    const example = files.filter((file) => /^examples\/(etcd|lmdb|new)-storage\//.test(file));
    const others = files.filter((file) => !file.startsWith("dist/") && ![...pages, ...example].includes(file));

    expect(pages.filter((page) => !page.endsWith(".md"))).toEqual([]);
    expect(example.filter((file) => !/\.(ts|mts|md)$/.test(file))).toEqual([]);
    expect(example).toContain("examples/etcd-storage/etcd-storage.ts");
    expect(example).toContain("examples/lmdb-storage/lmdb-storage.ts");
    expect(example).toContain("examples/new-storage/storage.mts");
    const topLevel = [
      "CHANGELOG.md",
      "CONTRACT.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "UPGRADING.md",
    ];
    expect(others).toEqual([...topLevel, "package.json"]);
    expect(files.filter((file) => file.startsWith("dist/") && !/\.(js|cjs|d\.ts|d\.cts|map)$/.test(file))).toEqual([]);
  });

  it("contains every file that one of its pages links to", () => {
    const pages = files.filter((file) => file.endsWith(".md"));
    const links = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = ""]) => join(dirname(page), link)),
    );

    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !files.includes(link))).toEqual([]);
  });

  it("contains each entry as an ES module and as CommonJS, with types for both", () => {
    const expected = entries.flatMap((entry) => ["js", "cjs", "d.ts", "d.cts"].map((end) => `dist/${entry}.${end}`));

    expect(expected.filter((file) => !files.includes(file))).toEqual([]);
  });

  it("contains no leftovers of an older build: every file in dist is reached from an entry", () => {
    const reached = new Set(programs);
    for (const entry of entries)
      for (const end of ["js", "cjs", "d.ts", "d.cts"]) reach(`dist/${entry}.${end}`, reached);

    expect(files.filter((file) => file.startsWith("dist/") && !reached.has(file.replace(/\.map$/, "")))).toEqual([]);
  });

  it("contains no path of the machine that built it", () => {
    const places = [root, homedir(), folder, "file:///"].filter((place) => place.length > 1);

    expect(files.filter((file) => places.some((place) => textOf(file).includes(place)))).toEqual([]);
  });

  it("has source maps that include their sources and point to no file outside", () => {
    const maps = files.filter((file) => file.endsWith(".map"));
    const astray = maps.flatMap((file) => {
      const { sources, sourcesContent = [] } = JSON.parse(textOf(file)) as SourceMap;
      return sources
        .filter((source, index) => isOutside(file, source) || typeof sourcesContent[index] !== "string")
        .map((source) => `${file}: ${source}`);
    });

    expect(maps.length).toBeGreaterThan(0);
    expect(astray).toEqual([]);
  });

  it("imports no module of Node, so that every runtime can load it: the host passes in the driver", () => {
    const modules = modulesOf(entries.filter((entry) => entry !== "testing").map((entry) => `dist/${entry}`));

    expect(modules.filter((name) => name.startsWith("node:") || builtinModules.includes(name))).toEqual([]);
    expect(modules).toEqual(["@opentelemetry/api", "neverthrow", "zod"]);
  });

  it("has a storage contract that needs no test runner and asserts with node:assert, which every runtime has", () => {
    const modules = modulesOf(["dist/testing"]).map((name) => name.replace("node:", ""));

    expect([...new Set(modules)].sort()).toEqual(["assert/strict", "neverthrow", "zod"]);
  });

  it.each(programs)("contains %s as an executable program", (program) => {
    expect(textOf(program).split("\n", 1)).toEqual(["#!/usr/bin/env node"]);
    expect(statSync(join(installed, program)).mode & 0o111).not.toBe(0);
  });

  it.each(importable)("exports the same names from %s to import and to require", (subpath) => {
    const show = "console.log(JSON.stringify(Object.keys(entry).sort()))";
    const imported = run(
      process.execPath,
      ["--input-type=module", "-e", `import * as entry from "${subpath}";${show}`],
      folder,
    );
    const required = run(
      process.execPath,
      ["--input-type=commonjs", "-e", `const entry = require("${subpath}");${show}`],
      folder,
    );

    expect(imported).toBe(required);
    expect(JSON.parse(imported)).not.toEqual([]);
  });
});

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

function isOutside(map: string, source: string): boolean {
  const target = resolve(installed, dirname(map), source);
  return source.startsWith("/") || /^[a-z]+:/i.test(source) || relative(installed, target).startsWith("..");
}

function reach(file: string, reached: Set<string>): void {
  if (reached.has(file) || !files.includes(file)) return;
  reached.add(file);
  for (const name of importsOf(file)) {
    if (!name.startsWith(".")) continue;
    const target = join(dirname(file), name).replaceAll("\\", "/");
    // A declaration file imports the JavaScript file beside another declaration file.
    for (const each of [target, target.replace(/\.(c?)js$/, ".d.$1ts")])
      if (each.endsWith(file.endsWith("ts") ? "ts" : "js")) reach(each, reached);
  }
}

/** The packages and Node modules that these builds import, directly or through their chunks. */
function modulesOf(builds: readonly string[]): readonly string[] {
  const reached = new Set<string>();
  for (const build of builds) for (const end of ["js", "cjs"]) reach(`${build}.${end}`, reached);
  const imports = [...reached].flatMap((file) => importsOf(file)).filter((name) => !name.startsWith("."));
  return [...new Set(imports)].sort();
}

function importsOf(file: string): readonly string[] {
  // Strings in the code may contain "from" too; a module name has no white space.
  return [...textOf(file).matchAll(specifier)].map(([, name = ""]) => name).filter((name) => !/\s/.test(name));
}

function textOf(file: string): string {
  return readFileSync(join(installed, file), "utf8");
}
