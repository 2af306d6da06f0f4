import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firstExample, folderWithTarball, root, run } from "../support/package/tarball.ts";

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2023",
  module: "nodenext",
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
};

let folder: string;

beforeAll(() => {
  folder = folderWithTarball("typescript-5@npm:typescript@5.9.3", "typescript-7@npm:typescript@7.0.2");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each(["typescript-5", "typescript-7"])(
  "passes %s with the README's first example, as ES module and CommonJS",
  (compiler) => {
    const project = join(folder, compiler);
    mkdirSync(project);
    writeFileSync(join(project, "example.mts"), firstExample());
    writeFileSync(join(project, "example.cts"), withoutTopLevelAwait(firstExample()));
    writeFileSync(
      join(project, "wrong.mts"),
      `${firstExample()}\noutcome._unsafeUnwrap().added[0]!.role satisfies "boss";\n`,
    );
    const files = ["example.mts", "example.cts"];
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    writeFileSync(join(project, "wrong.json"), JSON.stringify({ compilerOptions, files: ["wrong.mts"] }));

    expect(checked(compiler, "tsconfig.json")).toBe("");
    expect(checked(compiler, "wrong.json")).toContain("wrong.mts");
  },
);

const subpaths = Object.keys(
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly exports: object }).exports,
).filter((subpath) => subpath !== "./package.json");

it.each(["typescript-5", "typescript-7"])(
  "passes %s with neither the types of DOM nor those of Node, through every subpath that needs no other package",
  (compiler) => {
    const project = join(folder, `${compiler}-bare`);
    mkdirSync(project);
    // OpenTelemetry's own types ask for more.
    const imported = subpaths.filter((subpath) => subpath !== "./opentelemetry").map((each) => each.slice(2));
    const imports = imported.map(
      (subpath, index) =>
        `import * as part${index} from "${["workspace-roster", ...(subpath ? [subpath] : [])].join("/")}";`,
    );
    const uses = imported.map((_, index) => `part${index};`);
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
    const files = ["bare.mts", "bare.cts"];
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: bareOptions, files }));

    expect(checked(compiler, "tsconfig.json", project)).toBe("");
  },
);

/** What the compiler prints, which is nothing where all is well. */
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
