import { existsSync, globSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { memoryStorage } from "../../../src/memory.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";

const root = join(import.meta.dirname, "../../..");

it("has a unit test of the same name for every decision", () => {
  const decisions = globSync("src/domain/decisions/*.ts", { cwd: root }).map((file) => basename(file, ".ts"));

  expect(decisions).toContain("add-members");
  expect(decisions.filter((name) => !existsSync(join(root, `test/unit/domain/${name}.test.ts`)))).toEqual([]);
});

it("tries every list of the port in the cases of the contract that hold for all lists", () => {
  const tried = listKinds.map(({ name }) => name);

  expect(tried.toSorted()).toEqual(Object.keys(memoryStorage().read).toSorted());
});
