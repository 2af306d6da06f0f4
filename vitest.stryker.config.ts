import { globSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "vitest/config";

const files = globSync("src/domain/**/*.ts").map((file) => basename(file, ".ts"));
const features = new Set([...files, "limits", "refusals"]);

/** For Stryker: the unit tests of the domain. A feature has the same name in every layer, so the names tell which they are. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    retry: 0,
    include: globSync("test/unit/*.test.ts").filter((file) => features.has(basename(file, ".test.ts"))),
    // Stryker starts a worker for each mutant, so its files may share their imports: they are all made under that mutant.
    isolate: false,
  },
});
