import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const imported = /\bfrom "([^"]+)"|^import "([^"]+)"/gm;

/**
 * The folders of src/adapters with a `RosterStorage` that no contract test runs the storage contract on.
 *
 * A contract test counts if it calls a `run…` function of a `suite.ts` file and reaches the folder through its other
 * imports. A folder that never names `RosterStorage` is not a store: it is shared code or another kind of adapter.
 */
export function storesWithoutContract(root: string): readonly string[] {
  const reached = new Set(contractTests(root).flatMap((test) => [...reachedFrom(root, test)]));
  return stores(root).filter((store) => ![...reached].some((file) => file.startsWith(`src/adapters/${store}/`)));
}

/** The folders of src/adapters with a `RosterStorage`. */
export function stores(root: string): readonly string[] {
  return readdirSync(join(root, "src/adapters"))
    .filter((folder) => filesLike(root, `src/adapters/${folder}/**/*.ts`).some((file) => isStore(textOf(root, file))))
    .sort();
}

function isStore(text: string): boolean {
  return /\bRosterStorage\b/.test(text);
}

function contractTests(root: string): readonly string[] {
  return filesLike(root, "test/**/*.contract.test.ts").filter((file) => {
    const text = textOf(root, file);
    return /\brun[A-Z]\w*\(/.test(text) && importsOf(root, file).some(isSuite);
  });
}

function reachedFrom(root: string, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file) || isSuite(file)) continue;
    reached.add(file);
    open.push(...importsOf(root, file));
  }
  return reached;
}

function isSuite(file: string): boolean {
  return /[/-]suite\.ts$/.test(file);
}

function importsOf(root: string, file: string): readonly string[] {
  return [...textOf(root, file).matchAll(imported)]
    .map(([, from, bare]) => resolved(file, from ?? bare ?? ""))
    .filter((path) => path.endsWith(".ts") && existsSync(join(root, path)));
}

/** The file of a specifier, relative to the root; the name of a package stays unchanged. */
function resolved(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier);
  const subpath = /^workspace-roster(?:\/(.+))?$/.exec(specifier);
  return subpath === null ? specifier : `src/${(subpath[1] ?? "index").replaceAll("/", "-")}.ts`;
}

function filesLike(root: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root }).map((path) => path.replaceAll("\\", "/"));
}

function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}
