import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** A file of the repository, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
}

/** The README and the other pages beside it, those under docs, and the example's. */
export function pages(): readonly string[] {
  const root = ["README.md", "CONTRACT.md", "CONTRIBUTING.md", "SECURITY.md", "UPGRADING.md"];
  return [...root, ...filesLike("docs/**/*.md"), ...filesLike("examples/**/*.md")];
}

/** Paths from the root with slashes, sorted. */
export function filesLike(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}
