import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { folderWithTarball, root, run } from "../support/package/tarball.ts";

/** A harness for the memory store: Bun has no node:sqlite, and the whole contract takes seconds on it. */
const onBun = `import { memoryStorage } from "workspace-roster/memory";
export const harness = {
  open: async () => { const storage = memoryStorage(); return { storage, second: storage, close: async () => {} }; },
};
`;

let folder: string;

beforeAll(() => {
  folder = folderWithTarball("vitest@5.1.1", "bun@1.4.5");
  const page = readFileSync(join(root, "docs/how-to/write-an-adapter.md"), "utf8");
  for (const [, file = "", code = ""] of page.matchAll(/^```js (\S+)\n(.*?)^```$/gms)) {
    writeFileSync(join(folder, file), code);
  }
  writeFileSync(join(folder, "harness.bun.mjs"), onBun);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("runs as a program, with nothing but the tarball and the page on adapters", () => {
  const report = run("npx", ["--no-install", "workspace-roster-contract", "./harness.mjs"], folder);

  expect(report).toMatch(/\d{3} passed, 0 failed/);
});

it("runs in vitest", () => {
  const report = run("npx", ["--no-install", "vitest", "run", "contract.test.mjs"], folder);

  expect(report).toMatch(/Tests.*\d{3} passed/);
  expect(report).not.toContain("failed");
});

it("runs in node:test", () => {
  const report = run(process.execPath, ["--test", "--test-reporter=tap", "contract.node.mjs"], folder);

  expect(report).toMatch(/^# pass \d{3}$/m);
  expect(report).toMatch(/^# fail 0$/m);
});

it("runs in Bun", () => {
  expect(() => run("node_modules/.bin/bun", ["test", "./contract.bun.test.mjs"], folder)).not.toThrow();
});
