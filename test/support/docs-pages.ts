import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A file of the repository, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
}

/** The README and the pages under docs. */
export function pages(): readonly string[] {
  return ["README.md", ...filesLike("docs/**/*.md")];
}

/** Paths from the root with slashes, sorted. */
export function filesLike(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}
