import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { smoke, smokeOn } from "../support/package/smoke-run.ts";
import { firstExample, folderWithTarball, printed, run } from "../support/package/tarball.ts";

/** The oldest Node that package.json allows, the newest one, Bun and Deno. */
const runtimes = ["oldest-node@npm:node@22.18.0", "newest-node@npm:node@26.10.0", "bun@1.4.5", "deno@2.9.6"];
const oldest = ["node_modules/oldest-node/bin/node", "--disable-warning=ExperimentalWarning"] as const;
const newest = ["node_modules/newest-node/bin/node"] as const;
const bun = ["node_modules/.bin/bun", "run"] as const;
const permitted = ["--quiet", "--allow-all", "--no-lock", "--node-modules-dir=manual"] as const;
const deno = ["node_modules/.bin/deno", "run", ...permitted] as const;

let folder: string;

beforeAll(() => {
  folder = folderWithTarball(...runtimes);
  writeFileSync(join(folder, "example.mjs"), firstExample());
  const onBun = firstExample()
    .replace('{ DatabaseSync } from "node:sqlite"', '{ Database } from "bun:sqlite"')
    .replace("new DatabaseSync", "new Database");
  writeFileSync(join(folder, "example-on-bun.mjs"), onBun);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  ["the oldest supported Node", oldest],
  ["the newest Node", newest],
  ["Deno", deno],
] as const)("runs the README's first example on %s", (_, [program, ...parameters]) => {
  expect(withoutSpacing(run(program, [...parameters, "example.mjs"], folder))).toBe(withoutSpacing(printed));
});

it("runs the README's first example on Bun, over bun:sqlite", () => {
  const shown = run(bun[0], [bun[1], "example-on-bun.mjs"], folder);

  expect(withoutSpacing(shown)).toBe(withoutSpacing(printed));
});

it.each([
  ["the oldest supported Node, in memory", oldest, ["memory"]],
  ["the oldest supported Node, over node:sqlite", oldest, ["node:sqlite"]],
  ["the oldest supported Node, over better-sqlite3", oldest, ["better-sqlite3", betterSqlite3()]],
  ["the newest Node, in memory", newest, ["memory"]],
  ["the newest Node, over node:sqlite", newest, ["node:sqlite"]],
  ["the newest Node, over better-sqlite3", newest, ["better-sqlite3", betterSqlite3()]],
  ["Bun, in memory", bun, ["memory"]],
  ["Bun, over bun:sqlite", bun, ["bun:sqlite"]],
  ["Deno, in memory", deno, ["memory"]],
  ["Deno, over node:sqlite", deno, ["node:sqlite"]],
] as const)("adds, lists and authorizes members on %s", (_, runtime, stores) => {
  expect(smokeOn(runtime, folder, ...stores)).toEqual(smoke);
});

/** The repository's own copy: a consumer installs the driver, the package does not. */
function betterSqlite3(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("better-sqlite3")).href;
}

/** Each runtime breaks lines and quotes strings in its own way when it prints an object. */
function withoutSpacing(shown: string): string {
  return shown.replaceAll(/\s/g, "").replaceAll('"', "'").replaceAll(",}", "}").replaceAll(",]", "]");
}
