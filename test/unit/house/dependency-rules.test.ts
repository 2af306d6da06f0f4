import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Each planted file breaks a rule; it is checked in its own folder with the configuration of this repository. */
const plants: readonly { file: string; source: string; rule: string }[] = [
  ...outward("domain", ["values", "organization", "workspace", "role-assignment", "facts", "authority", "decisions"]),
  ...outward("application", ["ports", "schemas", "engine", "feed", "commands"]),
  plant(
    "application/commands/to-query.ts",
    'import "../queries/list.ts";',
    "application-commands-knows-what-is-inside",
  ),
  plant(
    "application/queries/to-command.ts",
    'import "../commands/add.ts";',
    "application-queries-knows-what-is-inside",
  ),
  plant(
    "application/maintenance/to-query.ts",
    'import "../queries/list.ts";',
    "application-maintenance-knows-what-is-inside",
  ),
  plant("domain/decisions/to-root.ts", 'import "../loose.ts";', "domain-decisions-knows-what-is-inside"),
  plant("application/ports/to-root.ts", 'import "../roster.ts";', "application-ports-knows-what-is-inside"),
  plant("domain/decisions/to-helpers.ts", 'import "../helpers/text.ts";', "domain-has-known-folders"),
  plant("application/commands/to-services.ts", 'import "../services/mail.ts";', "application-has-known-folders"),
  plant("domain/values/to-application.ts", 'import "../../application/ports/storage.ts";', "domain-knows-only-itself"),
  plant(
    "domain/values/to-zod.ts",
    'import type { ZodType } from "zod"; export type A = ZodType;',
    "domain-knows-only-itself",
  ),
  plant("domain/values/to-core.ts", 'import "node:crypto";', "no-core-modules-inside"),
  plant("application/to-adapter.ts", 'import "../adapters/memory/store.ts";', "application-knows-the-domain"),
  plant("application/to-core.ts", 'import "node:fs";', "no-core-modules-inside"),
  plant("adapters/memory/to-command.ts", 'import "../../application/commands/add.ts";', "adapter-knows-the-ports"),
  plant("adapters/memory/to-query.ts", 'import "../../application/queries/list.ts";', "adapter-knows-the-ports"),
  plant("adapters/memory/to-schema.ts", 'import "../../application/schemas/add.ts";', "adapter-knows-the-ports"),
  plant("adapters/memory/to-other.ts", 'import "../sqlite/store.ts";', "adapter-knows-the-ports"),
  plant("adapters/sqlite/to-zod.ts", 'import "zod";', "adapter-knows-the-ports"),
  plant("adapters/opentelemetry/to-domain.ts", 'import "../../domain/values/rule.ts";', "observer-knows-its-port"),
  plant(
    "adapters/sqlite/to-node-sqlite.ts",
    'import type { DatabaseSync } from "node:sqlite"; export type A = DatabaseSync;',
    "no-drivers",
  ),
  plant("adapters/sqlite/to-bun-sqlite.ts", 'import "bun:sqlite";', "no-drivers"),
  plant("adapters/sqlite/to-better-sqlite3.ts", 'import "better-sqlite3";', "no-drivers"),
  plant(
    "adapters/sqlite/to-types.ts",
    'import type D from "better-sqlite3"; export type A = D.Database;',
    "no-drivers",
  ),
  plant("adapters/sqlite/to-uninstalled.ts", 'import "pg";', "no-drivers"),
  plant("adapters/memory/to-dev.ts", 'import "fast-check";', "no-dev-dependencies"),
  plant("testing/to-adapter.ts", 'import "../adapters/memory/store.ts";', "contract-knows-no-adapter-and-no-runner"),
  plant("testing/to-runner.ts", 'import "node:test";', "contract-knows-no-adapter-and-no-runner"),
  plant("bin/to-case.ts", 'import "../testing/cases.ts";', "program-knows-what-everybody-knows"),
  plant("index.ts", 'export * from "./adapters/memory/store.ts";', "index-re-exports-the-core"),
  plant("storage.ts", 'export * from "./application/commands/add.ts";', "storage-re-exports-the-port"),
  plant("memory.ts", 'export * from "./adapters/sqlite/store.ts";', "subpath-re-exports-its-adapter"),
  plant("sqlite.ts", 'export * from "./domain/values/rule.ts";', "subpath-re-exports-its-adapter"),
  plant("domain/values/cycle.ts", 'import type { B } from "./round.ts"; export type A = B | 1;', "no-cycles"),
  plant("domain/values/orphan.ts", "export const orphan = 1;", "no-orphans"),
  plant("domain/values/to-nothing.ts", 'import "./absent.ts";', "no-unresolvable"),
];

const allowed: Record<string, string> = {
  "domain/values/rule.ts": 'import "neverthrow";',
  "domain/helpers/text.ts": "export {};",
  "domain/loose.ts": "export {};",
  "domain/decisions/outward.ts": "export {};",
  "application/commands/outward.ts": "export {};",
  "application/services/mail.ts": "export {};",
  "application/roster.ts": 'import "./commands/add.ts";',
  "application/ports/storage.ts": 'import "../../domain/values/rule.ts"; import "neverthrow"; import "zod";',
  "application/commands/add.ts": 'import "../ports/storage.ts"; import "../schemas/add.ts";',
  "application/queries/list.ts": 'import "../ports/storage.ts";',
  "application/schemas/add.ts": 'import "zod";',
  "adapters/sql/text.ts": 'import "neverthrow";',
  "adapters/memory/store.ts": 'import "../../application/ports/storage.ts"; import "../../domain/values/rule.ts";',
  "testing/cases.ts": 'import "node:assert/strict"; import "neverthrow"; import "../application/commands/add.ts";',
  "testing.ts": 'export * from "./testing/cases.ts";',
  "bin/contract.ts": 'import "node:path"; import "workspace-roster/testing";',
  "adapters/sqlite/store.ts": 'import "../../application/ports/storage.ts"; import "../sql/text.ts";',
};

interface CruiseResult {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

describe("the dependency rules", () => {
  let folder: string;
  let violations: CruiseResult["summary"]["violations"];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dependency-rules-"));
    for (const { file, source } of plants) write(file, source);
    for (const [file, source] of Object.entries(allowed)) write(file, source);
    write("domain/values/round.ts", 'import type { A } from "./cycle.ts"; export type B = A | 2;');
    for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs"])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");

    const depcruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
    const output = execFileSync(process.execPath, [depcruise, "src", "-T", "json"], { cwd: folder, encoding: "utf8" });
    violations = (JSON.parse(output) as CruiseResult).summary.violations;
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(plants)("$rule refuses src/$file", ({ file, rule }) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  it.each(Object.keys(allowed))("accepts src/%s", (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  it("has a reason for each rule", async () => {
    const { default: config } = await import("../../../.dependency-cruiser.cjs");

    for (const { name, comment } of config.forbidden ?? []) expect(comment, name).toMatch(/\.$/);
  });

  it("has a plant for each rule", async () => {
    const { default: config } = await import("../../../.dependency-cruiser.cjs");

    expect(new Set(plants.map(({ rule }) => rule))).toEqual(new Set(config.forbidden?.map(({ name }) => name)));
  });

  function write(file: string, source: string): void {
    const path = join(folder, "src", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }

  function rulesBrokenBy(file: string): readonly string[] {
    return violations.filter(({ from }) => from === `src/${file}`).map(({ rule }) => rule.name);
  }
});

function plant(file: string, source: string, rule: string): { file: string; source: string; rule: string } {
  return { file, source, rule };
}

/** For each folder but the last, a file that imports the next folder. */
function outward(layer: string, folders: readonly string[]) {
  return folders
    .slice(0, -1)
    .map((folder, index) =>
      plant(
        `${layer}/${folder}/outward.ts`,
        `import "../${folders[index + 1] ?? ""}/outward.ts";`,
        `${layer}-${folder}-knows-what-is-inside`,
      ),
    );
}
