import { rmSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { entries } from "../support/package/entries.ts";
import { folderWithTarball, root } from "../support/package/tarball.ts";

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  allowJs: true,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
};

let folder: string;

beforeAll(() => {
  folder = folderWithTarball();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

// If a declaration has no value behind it, its import compiles and then fails at run time. No compiler notices that.
it.each(["js", "cjs"])("declares exactly the values that the .%s files export", (end) => {
  const dist = join(folder, "node_modules/workspace-roster/dist");
  const [declarations, modules] = [end.replace("js", "d.ts").replace("cd.ts", "d.cts"), end];
  const names = (extension: string): Record<string, readonly string[]> =>
    exportedValues(Object.fromEntries(entries.map((entry) => [entry, join(dist, `${entry}.${extension}`)])));

  const declared = names(declarations);

  expect(declared["index"]).toContain("createRoster");
  expect(declared).toEqual(names(modules));
});

function exportedValues(files: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  const program = ts.createProgram(Object.values(files), compilerOptions);
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.entries(files).map(([entry, file]) => {
      const source = program.getSourceFile(file);
      const module = source && checker.getSymbolAtLocation(source);
      const values = module === undefined ? [] : checker.getExportsOfModule(module).filter(isValue);
      return [entry, values.map(({ name }) => name).sort()];
    }),
  );

  function isValue(symbol: ts.Symbol): boolean {
    if (symbol.declarations?.some((declared) => ts.isExportSpecifier(declared) && isTypeOnly(declared))) return false;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (target.flags & ts.SymbolFlags.Value) !== 0;
  }
}

function isTypeOnly(specifier: ts.ExportSpecifier): boolean {
  return specifier.isTypeOnly || specifier.parent.parent.isTypeOnly;
}
