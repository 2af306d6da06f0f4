import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importable } from "../support/package/entries.ts";
import { compilerOptions } from "../support/package/strict-typescript.ts";
import { firstExample, folderWithTarball, run } from "../support/package/tarball.ts";

/** The beginning of a storage adapter, with what its author imports from the entry for authors. */
const adapter = `import { memoryStorage } from "workspace-roster/memory";
import { type CommitBatch, libraryLimits, type RosterStorage, type StorageError, storageFailed } from "workspace-roster/storage";
const inner = memoryStorage();
const refuses = (batch: CommitBatch): boolean => batch.writes.length > 10;
export const storage: RosterStorage = { ...inner, limits: { members: 10, changes: libraryLimits["changes"] } };
export const failure: StorageError = storageFailed(new Error("lost"));
export const code: "storage_failed" | "storage_unavailable" | "storage_schema_mismatch" | "aborted" = failure.code;
export const check = (batch: CommitBatch): StorageError | null => (refuses(batch) ? failure : null);
`;

let folder: string;

beforeAll(() => {
  folder = folderWithTarball("typescript-5@npm:typescript@5.9.3", "typescript-7@npm:typescript@7.0.2");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each(["typescript-5", "typescript-7"])(
  "compiles the README's first example and an adapter with %s, as ES modules and as CommonJS",
  (compiler) => {
    const project = join(folder, compiler);
    mkdirSync(project);
    writeFileSync(join(project, "example.mts"), firstExample());
    writeFileSync(join(project, "example.cts"), withoutTopLevelAwait(firstExample()));
    writeFileSync(
      join(project, "wrong.mts"),
      `${firstExample()}\noutcome._unsafeUnwrap().added[0]!.role satisfies "boss";\n`,
    );
    writeFileSync(join(project, "adapter.mts"), adapter);
    writeFileSync(join(project, "adapter.cts"), adapter);
    const files = ["example.mts", "example.cts", "adapter.mts", "adapter.cts"];
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    writeFileSync(join(project, "wrong.json"), JSON.stringify({ compilerOptions, files: ["wrong.mts"] }));

    expect(checked(compiler, "tsconfig.json")).toBe("");
    expect(checked(compiler, "wrong.json")).toContain("wrong.mts");
  },
);

it.each(["typescript-5", "typescript-7"])(
  "compiles with %s without the types of DOM and Node, if it imports every entry that needs no other package",
  (compiler) => {
    const project = join(folder, `${compiler}-bare`);
    mkdirSync(project);
    const imports = importable.map((name, index) => `import * as part${index} from "${name}";`);
    const uses = importable.map((_, index) => `part${index};`);
    const bare = `${[...imports, ...uses].join("\n")}
import { createRoster, type CallOptions } from "workspace-roster";
import { memoryStorage } from "workspace-roster/memory";
const roster = createRoster({ storage: memoryStorage() });
declare const signal: { aborted: boolean; addEventListener(type: string, listener: () => void): void; removeEventListener(type: string, listener: () => void): void };
const options: CallOptions = { signal };
export const outcome = roster.createOrganization({ name: "Acme", owner: { userId: "ada", displayName: "Ada" } }, options);
`;
    writeFileSync(join(project, "bare.mts"), bare);
    writeFileSync(join(project, "bare.cts"), bare);
    const bareOptions = { ...compilerOptions, lib: ["ES2024"], types: [], typeRoots: [] };
    writeFileSync(join(project, "adapter.mts"), adapter);
    writeFileSync(join(project, "adapter.cts"), adapter);
    const files = ["bare.mts", "bare.cts", "adapter.mts", "adapter.cts"];
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: bareOptions, files }));

    expect(checked(compiler, "tsconfig.json", project)).toBe("");
  },
);

/** What the compiler prints: nothing if the code compiles. */
function checked(compiler: string, config: string, project = join(folder, compiler)): string {
  const tsc = join(folder, "node_modules", compiler, "bin/tsc");
  try {
    return run(process.execPath, [tsc, "-p", join(project, config)], folder);
  } catch (failure) {
    const { stdout } = failure as { readonly stdout?: string };
    if (stdout === undefined || stdout === "") throw failure;
    return stdout;
  }
}

function withoutTopLevelAwait(example: string): string {
  const [, imports = "", code = ""] = /^((?:import [^\n]*\n)+)(.*)$/s.exec(example) ?? [];
  return `${imports}export async function main(): Promise<void> {\n${code}}\n`;
}
