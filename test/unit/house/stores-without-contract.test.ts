import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { stores, storesWithoutContract } from "../../support/stores-without-contract.ts";

const root = join(import.meta.dirname, "../../..");

it("runs the storage contract on every store under src/adapters", () => {
  expect(stores(root)).toEqual(expect.arrayContaining(["memory", "postgres", "sqlite"]));
  expect(storesWithoutContract(root)).toEqual([]);
});

it("finds a store that no contract test runs, and ignores a folder without a store", () => {
  const planted = mkdtempSync(join(tmpdir(), "stores-"));
  try {
    plant(planted, {
      "src/adapters/tested/tested-storage.ts": "export function testedStorage(): RosterStorage {}",
      "src/adapters/opened/opened-storage.ts": "export function openedStorage(): RosterStorage {}",
      "src/adapters/absent/absent-storage.ts": "export function absentStorage(): RosterStorage {}",
      "src/adapters/shared/text.ts": "export const text = 1;",
      "src/tested.ts": 'export { testedStorage } from "./adapters/tested/tested-storage.ts";',
      "src/opened.ts": 'export { openedStorage } from "./adapters/opened/opened-storage.ts";',
      "test/support/storage/suite.ts": 'import "../../../src/opened.ts"; export function runStorageCases() {}',
      "test/support/storage-tested.ts": 'export { testedStorage } from "workspace-roster/tested";',
      "test/contract/tested.contract.test.ts":
        'import { a } from "../support/storage-tested.ts"; import { b } from "../support/storage/suite.ts"; runStorageCases(a);',
      "test/contract/opened.contract.test.ts": 'import { openedStorage } from "../../src/opened.ts"; openedStorage();',
    });

    expect(storesWithoutContract(planted)).toEqual(["absent", "opened"]);
  } finally {
    rmSync(planted, { recursive: true });
  }
});

function plant(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
