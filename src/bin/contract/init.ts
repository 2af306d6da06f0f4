import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import type { Terminal } from "./report.ts";

const settings = {
  compilerOptions: {
    target: "es2023",
    lib: ["es2024"],
    module: "nodenext",
    types: ["node"],
    strict: true,
    // The types of some drivers do not compile with these options.
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // Node runs these files as they are.
    noEmit: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
  },
  include: ["*.mts"],
};

/** Writes a harness and a storage to complete into a folder. Writes nothing if a file of the same name exists. */
export function init(folder: string, { out, error }: Terminal): 0 | 2 {
  const template = join(packageFolder(), "examples/new-storage");
  const files = new Map(readdirSync(template).map((name) => [name, readFileSync(join(template, name), "utf8")]));
  files.set("tsconfig.json", `${JSON.stringify(settings, null, 2)}\n`);

  const taken = [...files.keys()].filter((name) => existsSync(join(folder, name)));
  if (taken.length > 0) {
    error(`Nothing was written, because ${folder} already has ${taken.join(", ")}. Name another folder.`);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: "wx" });

  const harness = normalize(join(folder, "harness.mts"));
  out(`Wrote ${[...files.keys()].join(", ")} to ${folder}. Complete storage.mts step by step; its first lines say how.

  npm install workspace-roster neverthrow
  npm install --save-dev typescript @types/node
  npx tsc -p ${folder}
  npx workspace-roster-contract ${harness} --group "commit: guard"`);
  return 0;
}

/** The folder of this package: the source of this file and its build are at different depths. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("workspace-roster/package.json"));
}
