import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firstExample, folderWithTarball, printed, run } from "../support/package-tarball.ts";

/** The floor that package.json promises, and the newest line of Node. */
const runtimes = ["oldest-node@npm:node@22.18.0", "newest-node@npm:node@26", "bun", "deno"];
const oldest = ["node_modules/oldest-node/bin/node", "--disable-warning=ExperimentalWarning"] as const;
const newest = ["node_modules/newest-node/bin/node"] as const;

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
  ["the oldest Node that is promised", oldest],
  ["the newest Node", newest],
  ["Deno", ["node_modules/.bin/deno", "run", "--quiet", "--allow-all", "--no-lock", "--node-modules-dir=manual"]],
] as const)("runs the README's first example on %s", (_, [program, ...parameters]) => {
  expect(withoutSpacing(run(program, [...parameters, "example.mjs"], folder))).toBe(withoutSpacing(printed));
});

it("runs the README's first example on Bun, over bun:sqlite", () => {
  const shown = run("node_modules/.bin/bun", ["run", "example-on-bun.mjs"], folder);

  expect(withoutSpacing(shown)).toBe(withoutSpacing(printed));
});

/** The runtimes print an object in lines and quotes of their own. */
function withoutSpacing(shown: string): string {
  return shown.replaceAll(/\s/g, "").replaceAll('"', "'").replaceAll(",}", "}").replaceAll(",]", "]");
}
