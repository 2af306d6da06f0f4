// Fails if a source file is larger than 8 KB, because such a file contains more than one concept.
// Entry files are exempt: they only re-export, which ESLint checks, so their size depends on the size of the surface.
import { globSync, statSync } from "node:fs";
import { join } from "node:path";

const limit = 8 * 1024;
const root = join(import.meta.dirname, "..");

const tooLarge = globSync("src/*/**/*.ts", { cwd: root })
  .map((file) => ({ file, bytes: statSync(join(root, file)).size }))
  .filter(({ bytes }) => bytes > limit);

for (const { file, bytes } of tooLarge)
  console.error(`${file} has ${String(bytes)} bytes; the limit is ${String(limit)}.`);
if (tooLarge.length > 0) process.exitCode = 1;
