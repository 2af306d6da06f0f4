// Fails if package.json does not match the files: "exports" the entries in src/, and "bin" the programs in src/bin/. The
// build takes src/*.ts and src/bin/*.ts as its entries, so a file that package.json does not name would be shipped but
// unreachable, and a name without a file would be broken.
// A dash in the name of an entry file is a slash in its subpath.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";

const root = new URL("../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  exports: Record<string, unknown>;
  bin: Record<string, string>;
};

const entries = namesIn("src/");
const programs = Object.fromEntries(namesIn("src/bin/").map((name) => [name, `./dist/bin/${name}.js`]));

const expected: Record<string, unknown> = {
  ...Object.fromEntries(entries.map((entry) => [subpathOf(entry), conditions(entry)])),
  "./package.json": "./package.json",
};

const problems = [...new Set([...Object.keys(expected), ...Object.keys(manifest.exports)])]
  .filter((subpath) => !isDeepStrictEqual(expected[subpath], manifest.exports[subpath]))
  .map((subpath) => problem(subpath));

if (!isDeepStrictEqual(manifest.bin, programs))
  problems.push(`The "bin" of package.json should be ${JSON.stringify(programs)}.`);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => basename(file, ".ts"));
}

function subpathOf(entry: string): string {
  return entry === "index" ? "." : `./${entry.replaceAll("-", "/")}`;
}

function conditions(entry: string): unknown {
  return {
    import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
    require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
  };
}

function problem(subpath: string): string {
  const file = `src/${subpath === "." ? "index" : subpath.slice(2).replaceAll("/", "-")}.ts`;
  if (!(subpath in expected)) return `package.json exports "${subpath}", but ${file} does not exist.`;
  if (!(subpath in manifest.exports)) return `${file} exists, but package.json does not export "${subpath}".`;
  return `The export "${subpath}" should be ${JSON.stringify(expected[subpath])}.`;
}
